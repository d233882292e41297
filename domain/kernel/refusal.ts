// A refusal is a named condition that is not met: one name in the rule, the checklist, the message and the test.

export type RefusalFinding = {
  code: string;
  name: string;
  params?: Readonly<Record<string, string | number>>;
};

/** Thrown by commands; worded by messages[context].refusals[condition]; 409 from the API. */
export class Refusal extends Error {
  constructor(
    readonly context: string,
    readonly condition: string,
    readonly details: Readonly<Record<string, string | number>> = {},
    /** Everything that stands in the way, where there may be several things: each named, with its figures. */
    readonly findings: readonly RefusalFinding[] = [],
  ) {
    super(`${context}.${condition}`);
    this.name = "Refusal";
  }
}

/** Refuses on the first condition that does not hold; conditions are named in the order they should be reported. */
export function requireAll(context: string, conditions: Record<string, boolean>): void {
  for (const [condition, holds] of Object.entries(conditions)) if (!holds) throw new Refusal(context, condition);
}

/** Refuses when a guarded UPDATE touched no row: somebody else was first. */
export function claimed(name: `${string}.${string}`, result: { count: number }): void {
  if (result.count > 0) return;
  const [context = "", condition = ""] = name.split(".");
  throw new Refusal(context, condition);
}
