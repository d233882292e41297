// Who is asking. Made only at the edge (a request, a command line, a job), passed first to whatever needs proof.

/** Somebody who runs the site: imports registers and orders, rebuilds the index. */
export type Operator = { readonly kind: "operator"; readonly id: string; readonly name: string };
/** The site itself, acting on a schedule or a reaction. */
export type SystemActor = { readonly kind: "system"; readonly id: string; readonly name: string };
export type Actor = Operator | SystemActor;

export const systemActor = (job: string): SystemActor => ({ kind: "system", id: job, name: job });
