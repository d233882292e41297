// Pay and what is taken from it, per month, as an order states them. Overtime is never assumed.

/** A deduction or allowance: an amount, a share of the basic wage, or a name only. */
export type PayItem = { code: string; minor?: bigint | null; percent?: number | null; note?: string | null };

export type StatedPay = {
  payPeriod: string;
  hoursPerWeek?: number | null;
  basicMinor: bigint | null;
  grossMinor: bigint | null;
  netMinor: bigint | null;
  deductions: readonly PayItem[] | null;
  board: string;
  boardMinor: bigint | null;
  lodging: string;
  lodgingMinor: bigint | null;
};

const weeksPerMonth = 52 / 12;

/** An amount per month: a year's is divided by 12, an hour's needs the hours of a week; null where they are unknown. */
export function perMonth(minor: bigint | null, period: string, hoursPerWeek: number | null): bigint | null {
  if (minor === null) return null;
  if (period === "month") return minor;
  if (period === "year") return BigInt(Math.round(Number(minor) / 12));
  return hoursPerWeek === null ? null : BigInt(Math.round(Number(minor) * hoursPerWeek * weeksPerMonth));
}

/** One deduction per month; a share is of the basic wage. Null when the source names it without an amount. */
export function deductionMinor(item: PayItem, basic: bigint | null): bigint | null {
  if (item.minor != null) return item.minor;
  if (item.percent != null && basic !== null) return BigInt(Math.round((Number(basic) * item.percent) / 100));
  return null;
}

/** The basic wage of a month, or where only a gross one is stated, that. */
export const wagePerMonth = (pay: Omit<StatedPay, "deductions">): bigint | null =>
  perMonth(pay.basicMinor ?? pay.grossMinor, pay.payPeriod, pay.hoursPerWeek ?? null);

/** The wage less stated deductions and less board and lodging taken from it; null as soon as one of them has no amount. */
function netFromParts(pay: StatedPay): bigint | null {
  const basic = wagePerMonth(pay);
  if (basic === null || pay.deductions === null) return null;
  const taken = [
    ...pay.deductions.map((item) => deductionMinor(item, basic)),
    pay.board === "deducted" ? pay.boardMinor : 0n,
    pay.lodging === "deducted" ? pay.lodgingMinor : 0n,
  ];
  let net = basic;
  for (const amount of taken) {
    if (amount === null) return null;
    net -= amount;
  }
  return net > 0n ? net : 0n;
}

/**
 * Expected per month after the usual deductions and after board and lodging where they are taken from the wage: as stated (always per
 * month), else from the parts.
 */
export const netPerMonth = (pay: StatedPay): bigint | null => pay.netMinor ?? netFromParts(pay);

/** A net wage that the order's own parts do not explain: then it stands for all of them. */
export const netIsStated = (pay: StatedPay): boolean => pay.netMinor !== null && pay.netMinor !== netFromParts(pay);
