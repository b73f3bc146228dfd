/** Reads messages as tests need them: their text and what can be pressed. */

export type Component = {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly components?: readonly Component[];
  readonly options?: readonly { readonly label: string; readonly value: string }[];
};

type Body = { readonly components?: unknown };

/** All components of a message, outer ones first. */
export function componentsOf(body: Body | undefined): readonly Component[] {
  return ((body?.components ?? []) as readonly Component[]).flatMap(withInner);
}

function withInner(component: Component): readonly Component[] {
  return [component, ...(component.components ?? []).flatMap(withInner)];
}

/** The text of a message, as sent. */
export function markdownOf(body: Body | undefined): string {
  return componentsOf(body)
    .flatMap(({ content }) => (content === undefined ? [] : [content]))
    .join('\n');
}

/** The custom id of the button or menu with this label. @throws Error when there is none */
export function idOf(body: Body | undefined, label: string): string {
  const found = componentsOf(body).find((component) => component.label === label)?.custom_id;
  if (found === undefined) throw new Error(`no button "${label}"`);
  return found;
}
