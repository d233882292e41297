// Pages for everybody, drawn once for as long as they would come out the same (kept.ts).
import "server-only";
import type { Metadata } from "next";
import { Fragment, type ReactElement } from "react";
import { type FinishedPage, Finished, Page } from "@/components/ui/page";
import { keeper, keyOf } from "./kept";

const pages = keeper<FinishedPage>(0.6, ({ head, body }) => 2 * (head.length + body.length));
const heads = keeper<Metadata>(0.1, (head) => 2 * JSON.stringify(head).length);

/** A page, drawn unless it was drawn before. It must depend on nothing but `asked`, the day and the database; else wrap it in `passing`. */
export async function kept(name: string, asked: unknown, make: () => Promise<ReactElement>): Promise<ReactElement> {
  const key = pages && (await keyOf(name, asked));
  const found = key && pages.get(key);
  if (found) return <Finished page={found} />;
  const made = await make();
  if (!key || made.type !== Page) return made;
  const keep = (finished: FinishedPage) => void pages.set(key, finished);
  return <Page {...(made.props as Parameters<typeof Page>[0])} keep={keep} />;
}

/** Under another status than 200, or made without the search engine: not for the next reader. */
export const passing = (page: ReactElement): ReactElement => <Fragment>{page}</Fragment>;

export async function keptHead(name: string, asked: unknown, make: () => Promise<Metadata>): Promise<Metadata> {
  const key = heads && (await keyOf(name, asked));
  const found = key && heads.get(key);
  if (found) return found;
  const made = await make();
  if (key) heads.set(key, made);
  return made;
}
