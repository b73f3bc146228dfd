/** Keeps from Bolt's HTTP receiver what it cannot take: a body that holds no event. */
import { type BufferedIncomingMessage, type HTTPReceiver, HTTPModuleFunctions as http } from '@slack/bolt';
import { EVENTS_PATH } from '../registration/manifest.ts';

/**
 * Has a receiver that takes events refuse with 400 what is no object. Bolt looks into a signed body without asking what
 * it is, so that a `null` would end the process.
 */
export function refuseWhatIsNoEvent(receiver: HTTPReceiver): HTTPReceiver {
  const listen = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    const path = URL.parse(request.url ?? '', 'http://localhost')?.pathname;
    if (request.method !== 'POST' || path !== EVENTS_PATH) return listen(request, response);
    const refuse = (status: number) => http.buildNoBodyResponse(response, status);
    // Bolt takes a request whose body has been read already.
    http.bufferIncomingMessage(request, http.defaultBodyLimit).then(
      (read) => (mayBeEvent(read) ? listen(read, response) : refuse(400)),
      (error: unknown) => refuse(http.isRawBodyError(error) ? error.statusCode : 400),
    );
  };
  return receiver;
}

/** What cannot be parsed is left to Bolt, which refuses it. */
function mayBeEvent(request: BufferedIncomingMessage): boolean {
  try {
    const body: unknown = http.parseHTTPRequestBody(request);
    return typeof body === 'object' && body !== null && !Array.isArray(body);
  } catch {
    return true;
  }
}
