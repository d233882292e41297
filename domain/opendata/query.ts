// Reading the parameters of a question: each by itself. What is not understood is dropped with a note; what decides the answer is refused.
import type { z } from "zod";
import type { NoteAnswer } from "./fields";

export type QueryRead<S extends z.ZodObject> = {
  values: Partial<z.output<S>>;
  notes: NoteAnswer[];
  faults: { parameter: string; detail: string }[];
};

const most = 20;
// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
export const quotedValue = (value: string): string => value.slice(0, 60).replace(unprintable, " ").toWellFormed();

/** `known`: parameters that somebody else reads. */
export function readQuery<S extends z.ZodObject>(
  schema: S,
  parameters: URLSearchParams,
  { strict = [], known = [] }: { strict?: readonly string[]; known?: readonly string[] } = {},
): QueryRead<S> {
  const read: QueryRead<S> = { values: {}, notes: [], faults: [] };
  const note = (parameter: string, value: string, message: string) =>
    void (
      read.notes.length < most &&
      read.notes.push({ parameter: quotedValue(parameter), value: quotedValue(value), message })
    );
  for (const [parameter, field] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    if (known.includes(parameter)) continue;
    const value = parameters.get(parameter) ?? undefined;
    const result = field.safeParse(value);
    if (result.success) {
      if (result.data !== undefined) (read.values as Record<string, unknown>)[parameter] = result.data;
    } else if (strict.includes(parameter)) {
      read.faults.push({
        parameter,
        detail: value === undefined ? "is required" : `is not understood: ${quotedValue(value)}`,
      });
    } else note(parameter, value ?? "", "not understood and left out");
  }
  for (const parameter of new Set(parameters.keys()))
    if (!(parameter in schema.shape)) note(parameter, parameters.get(parameter) ?? "", "unknown parameter, left out");
  return read;
}
