// Allowances while she studies: food by the day, a bed by the month, the way there by the course.
import type { Grant } from "./schema";

/** A month of study has at least its weekdays (twenty in February) and at most thirty days: our reading, the decree counts days of study. */
const studyDays = { fewest: 20n, most: 30n };

/** What one allowance comes to over a course; null ends where the months or the amount are not known. */
export function allowanceRange(grant: Grant, studyMonths: number | null): { low: bigint | null; high: bigint | null } {
  if (grant.kind !== "allowance" || grant.capDong === null) return { low: null, high: null };
  if (grant.per === "course" || grant.per === "person")
    return { low: grant.fromDong ?? grant.capDong, high: grant.capDong };
  if (studyMonths === null) return { low: null, high: null };
  // Half a month of study counts as half: worked in tenths, so that đồng stay whole.
  const tenths = BigInt(Math.max(0, Math.round(studyMonths * 10)));
  if (grant.per === "month") return { low: (grant.capDong * tenths) / 10n, high: (grant.capDong * tenths) / 10n };
  return {
    low: (grant.capDong * studyDays.fewest * tenths) / 10n,
    high: (grant.capDong * studyDays.most * tenths) / 10n,
  };
}
