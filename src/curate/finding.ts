/** What checking a knowledge file finds. */

/** Something for a curator to look at; `path` is where in the file it stands. */
export type Finding = { readonly path: readonly (string | number)[]; readonly message: string };
