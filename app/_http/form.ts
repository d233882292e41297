// Forms: sent whole to a server action, without scripts, and answered by the same page with what was typed and what is wrong with it, or by
// the next page. What was typed travels in no address and no cookie; it is there for the one answer that shows it again.
import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { Refusal } from "@/domain/kernel/refusal";
import { currentAnswer } from "./answer";
import { allow } from "./rate-limit";

/** Field → code of what is wrong, worded by the page; "" stands for the form as a whole. */
export type Faults = Readonly<Record<string, string>>;
export type Outcome = {
  form: string;
  faults: Faults;
  /** Of a refusal: figures for its sentence. */
  details: Readonly<Record<string, string | number>>;
  typed: (field: string) => string | undefined;
  all: (field: string) => string[];
};

const key = Symbol.for("site.form");
type Holder = { [key]?: Outcome };

/** What became of a form in this very request; null: it was not sent, or the answer is another page. */
export function outcomeOf(form: string): Outcome | null {
  const outcome = (currentAnswer() as Holder | undefined)?.[key];
  return outcome?.form === form ? outcome : null;
}

function comeBack(form: string, data: FormData, faults: Faults, details: Outcome["details"] = {}): void {
  const text = (value: FormDataEntryValue | null): string | undefined =>
    typeof value === "string" ? value : undefined;
  const outcome: Outcome = {
    ...{ form, faults, details },
    typed: (field) => text(data.get(field)),
    all: (field) => data.getAll(field).flatMap((value) => text(value) ?? []),
  };
  const answer = currentAnswer() as Holder | undefined;
  if (answer) answer[key] = outcome;
}

/** Fields as a shape reads them: a name that comes more than once is a list, files stay files, empty fields are absent. */
function fieldsOf(data: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(data.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = data
      .getAll(name)
      .filter((value) => (typeof value === "string" ? value.trim() !== "" : value.size > 0 || value.name));
    if (values.length > 0) fields[name] = values.length === 1 ? values[0] : values;
  }
  return fields;
}

/** zod's own codes in few words of ours: what was meant by "required" must not hang on a library's sentence. */
function faultsOf(issues: readonly z.core.$ZodIssue[], fields: Record<string, unknown>): Faults {
  const faults: Record<string, string> = {};
  for (const issue of issues) {
    const field = issue.path.map(String).join(".");
    const absent = issue.path.length === 1 && !(field in fields);
    const said =
      issue.code === "custom" ? issue.message : /^[a-z][A-Za-z]+$/.test(issue.message) ? issue.message : null;
    faults[field] ??= absent
      ? "required"
      : (said ?? (issue.code === "too_big" ? "tooLong" : issue.code === "too_small" ? "tooSmall" : "notUnderstood"));
  }
  return faults;
}

/** A form's work may still find something wrong at a field. */
export class FieldFault extends Error {
  constructor(readonly faults: Faults) {
    super(Object.keys(faults).join());
  }
}

/**
 * A server action for a plain form: not too often, in shape, then the work, which answers where to go. A fault at a field or a command's
 * refusal brings the same page back with everything that was typed.
 */
export function action<S extends z.ZodType>(
  form: string,
  shape: S,
  work: (input: z.output<S>, data: FormData) => Promise<string>,
  cost = 5,
): (data: FormData) => Promise<void> {
  return async (data) => {
    const { allowed } = await allow({ headers: await headers() }, cost);
    if (!allowed) return comeBack(form, data, { "": "tooOften" });
    const fields = fieldsOf(data);
    const read = shape.safeParse(fields);
    if (!read.success) return comeBack(form, data, faultsOf(read.error.issues, fields));
    let to: string;
    try {
      to = await work(read.data, data);
    } catch (error) {
      if (error instanceof FieldFault) return comeBack(form, data, error.faults);
      if (error instanceof Refusal)
        return comeBack(form, data, { "": `${error.context}.${error.condition}` }, error.details);
      throw error;
    }
    redirect(to);
  };
}
