/** The platform of the digest benchmark, in a process of its own: takes posts on a loopback socket and answers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

let taken = 0;
let latencyMs = 0;
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    taken += 1;
    const answer = `{"message":"${taken}"}`;
    if (latencyMs > 0) setTimeout(() => response.end(answer), latencyMs);
    else response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on('message', (latency) => {
  latencyMs = Number(latency);
});
process.once('disconnect', () => process.exit(0));
