import "server-only";
import { type Day, dayOfColumn } from "@/domain/kernel/calendar";
import { db, type Prisma } from "@/platform/db";
import { lookupPlan } from "../lookup";

export type ListedWarning = {
  id: string;
  name: string;
  phones: string[];
  websites: string[];
  reason: string;
  decisionNo: string | null;
  issuer: string | null;
  from: Day;
  to: Day | null;
  source: string;
  verified: boolean;
  demo: boolean;
};
export type WarningList = { warnings: ListedWarning[]; total: number; page: number; pages: number };
const pageSize = 30;

/** The named list, newest first; by words of the name, a telephone number or a website. Ended warnings stay readable, after the others. */
export async function listWarnings(q: string, asked = 1): Promise<WarningList> {
  const plan = lookupPlan(q);
  const keys = plan.keys.map(({ key }) => key);
  const words = (plan.nameKey ?? "").split(" ").filter(Boolean);
  const named: Prisma.WarningWhereInput[] =
    words.length > 0 ? [{ AND: words.map((word) => ({ nameKey: { contains: word } })) }] : [];
  const where: Prisma.WarningWhereInput = plan.text
    ? { OR: [...named, { phones: { hasSome: keys } }, { websites: { hasSome: keys } }] }
    : {};
  const total = await db.warning.count({ where });
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(pages, Math.max(1, Math.trunc(asked) || 1));
  const rows = await db.warning.findMany({
    where,
    orderBy: [{ to: { sort: "desc", nulls: "first" } }, { from: "desc" }, { id: "asc" }],
    ...{ skip: (page - 1) * pageSize, take: pageSize },
  });
  const warnings = rows.map(({ nameKey: _key, createdAt: _at, from, to, ...row }) => ({
    ...row,
    from: dayOfColumn(from),
    to: to && dayOfColumn(to),
  }));
  return { warnings, total, page, pages };
}
