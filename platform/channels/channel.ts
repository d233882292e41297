// One way out of the site, whatever carries it.

export type Outgoing = {
  /** The same at every attempt: the other side can know a repetition by it. */
  readonly key: string;
  readonly to: string;
  readonly locale: string;
  readonly subject: string;
  /** Plain text, whole: greeting, what it is about, link, who sends it. */
  readonly text: string;
  /** For a telephone: one or two lines and the link. */
  readonly brief: string;
  readonly link: string | null;
  /** Where this kind of message is ended with one tap; null: it cannot be. */
  readonly stop: string | null;
};

export type Delivery =
  | { readonly outcome: "accepted"; readonly answer: string }
  /** The other side knows it will never take it there. */
  | { readonly outcome: "refused"; readonly answer: string }
  /** Not now, or nobody knows: to be tried again. */
  | { readonly outcome: "failed"; readonly answer: string };

/** Never throws: what went wrong is part of the answer. */
export type Channel = { readonly send: (message: Outgoing) => Promise<Delivery> };

export const short = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 300);
