/** What completes an option while it is typed. */

/** A value to complete an option with. */
export type Suggestion = { readonly label: string; readonly value: string };
