// What files are handed in for, and what they look like to those who own them.

/** Each purpose says what is taken; sizes are of the file as handed in. */
const photoOrPaper = {
  types: ["image/jpeg", "image/png", "image/webp", "application/pdf"],
  mostBytes: 10 * 1024 * 1024,
} as const;

export const purposes = {
  /** A photograph of a receipt for money paid. */
  receipt: photoOrPaper,
  /** A supply contract or a worker's contract. */
  contract: photoOrPaper,
  /** A decision of an authority. */
  decision: photoOrPaper,
  /** What shows that somebody may act for a firm or an office. */
  authority: photoOrPaper,
  /** What comes with a report of fraud or a complaint. */
  evidence: photoOrPaper,
} as const satisfies Record<string, { types: readonly string[]; mostBytes: number }>;
export type Purpose = keyof typeof purposes;
export type KeptType = "image/jpeg" | "application/pdf";

export type StoredFile = {
  id: string;
  purpose: Purpose;
  saidName: string;
  /** As found in its bytes, never as said. */
  type: KeptType;
  bytes: number;
  width: number | null;
  height: number | null;
  keptAt: Date;
};
export type ReadFile = StoredFile & { content: Buffer };

/** As handed in: bytes, or a stream that is read no further than allowed. */
export type HandedIn = { content: Uint8Array | AsyncIterable<Uint8Array>; saidName: string; purpose: Purpose };
