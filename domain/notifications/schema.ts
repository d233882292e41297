// What can be told, to whom, and what becomes of it.
import type { Day } from "@/domain/kernel/calendar";
import type { Money } from "@/domain/kernel/money";

/** What a message is about, as people choose what they want sent. */
export const kinds = ["access", "security", "membership", "decisions", "notices", "cases", "flags"] as const;
export type Kind = (typeof kinds)[number];

export const templates = [
  ...(["passwordChanged", "membershipBegun", "membershipEnded", "ordersStopped", "ordersBack"] as const),
  ...(["flagsFound", "noticeDecided", "contractDecided", "caseChanged"] as const),
] as const;
export type Template = (typeof templates)[number];

/** Days and amounts are written in the reader's language; anything else is text as somebody gave it. */
export type Param =
  | string
  | number
  | { readonly day: Day }
  | { readonly money: Money }
  /** A line each. */
  | { readonly list: readonly string[] };
export type Language = "vi" | "en";

type Common = {
  /** What it is about, once and for all: the same key to the same person is the same message. */
  readonly key: string;
  readonly expiresAt?: Date;
};
/** To people with an account, each in her language and by her own way. */
export type Told = Common & {
  readonly to: readonly string[];
  readonly template: Template;
  readonly params: Readonly<Record<string, Param>>;
  readonly link?: (locale: Language) => string;
};
/** To an address somebody left without an account. */
export type ToldThere = Omit<Told, "to"> & { readonly address: string; readonly locale: Language };
/** With a link or a code that opens something: worded by whoever made it, sealed until it is sent, then wiped. */
export type SecretLetter = Common & {
  readonly address: string;
  readonly purpose: string;
  readonly locale: Language;
  readonly subject: string;
  readonly text: string;
  /** For a telephone. */
  readonly brief: string;
  readonly link: string | null;
};

export const messageStates = ["waiting", "sent", "refused", "given_up", "expired", "site"] as const;
export type MessageState = (typeof messageStates)[number];
