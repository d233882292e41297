// When two orders are copies of one offer: they are then listed once, under the newest (features A8).
import { createHash } from "node:crypto";
import { foldName } from "@/domain/kernel/text";

export type Offer = {
  id: string;
  agencyId: string | null;
  senderName: string;
  market: string;
  programme: string;
  occupation: string;
  sex: string;
  region: string | null;
  contractMonths: number | null;
  employerName: string | null;
  language: string | null;
  languageOrdinal: number | null;
  currency: string;
  basicMinor: bigint | null;
  payMinMinor: bigint | null;
};

/** Offers in different blocks are never copies: sender, market, programme, occupation, sex and length of contract must agree. */
export const blockOf = (offer: Offer): string =>
  [
    offer.agencyId ?? foldName(offer.senderName),
    offer.market,
    offer.programme,
    offer.occupation,
    offer.sex,
    offer.contractMonths ?? "",
  ].join("|");

const near = (a: bigint | null, b: bigint | null): boolean => {
  if (a === null || b === null) return a === b;
  const [small, large] = a < b ? [a, b] : [b, a];
  return Number(large - small) <= Number(large) * 0.03;
};

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || foldName(a) === foldName(b);

/** Inside a block: same employer and place as far as stated, same language, pay within 3 %. Titles, numbers and deadlines may differ. */
export const sameOffer = (a: Offer, b: Offer): boolean =>
  a.currency === b.currency &&
  near(a.basicMinor ?? a.payMinMinor, b.basicMinor ?? b.payMinMinor) &&
  (a.languageOrdinal ?? -1) === (b.languageOrdinal ?? -1) &&
  agree(a.employerName, b.employerName) &&
  agree(a.region, b.region) &&
  // Two offers of which neither names an employer need the same place to be called copies.
  (a.employerName !== null || b.employerName !== null || a.region === b.region);

/** The group of each offer: that of the first known offer it copies, else one of its own. */
export function assignGroups(
  offers: readonly Offer[],
  known: readonly (Offer & { groupKey: string })[],
): Map<string, string> {
  const blocks = new Map<string, (Offer & { groupKey: string })[]>();
  const put = (offer: Offer & { groupKey: string }) => {
    const block = blockOf(offer);
    const listed = blocks.get(block);
    if (listed) listed.push(offer);
    else blocks.set(block, [offer]);
  };
  for (const offer of known) put(offer);
  const groups = new Map<string, string>();
  for (const offer of offers) {
    const twin = blocks.get(blockOf(offer))?.find((other) => other.id !== offer.id && sameOffer(offer, other));
    const groupKey = twin?.groupKey ?? createHash("sha256").update(offer.id).digest("base64url").slice(0, 16);
    groups.set(offer.id, groupKey);
    put({ ...offer, groupKey });
  }
  return groups;
}
