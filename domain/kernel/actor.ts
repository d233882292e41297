// Who is asking. Made only at the edge (a request, a command line, a job), passed first to whatever needs proof.

/** Somebody who runs the site: imports registers and orders, rebuilds the index. */
export type Operator = { readonly kind: "operator"; readonly id: string; readonly name: string };
/** The site itself, acting on a schedule or a reaction. */
export type SystemActor = { readonly kind: "system"; readonly id: string; readonly name: string };
/** One side of a worker's contract, as whoever opened the link issued to that side; sees and writes its own book of payments only. */
export type Party = {
  readonly kind: "party";
  readonly id: string;
  readonly name: string;
  readonly side: "worker" | "agency";
  readonly bookId: string;
};
export type Actor = Operator | SystemActor | Party;

export const systemActor = (job: string): SystemActor => ({ kind: "system", id: job, name: job });
