import "server-only";
import { type Prisma, db } from "@/platform/db";
import { taxCodeKey } from "../identifiers";
import { numberKey } from "../numbers";

type Reader = Pick<Prisma.TransactionClient, "agency">;

/** Firms by licence number or enterprise code as people write them; a number that two firms claim finds neither. */
export async function agencyIdsByLicence(
  said: readonly string[],
  reader: Reader = db as unknown as Reader,
): Promise<Map<string, { id: string; name: string }>> {
  const wanted = [...new Set(said)];
  const keys = wanted.map(numberKey);
  const codes = wanted.flatMap((text) => taxCodeKey(text) ?? []);
  const rows = await reader.agency.findMany({
    where: { OR: [{ licences: { some: { numberKey: { in: keys } } } }, { enterpriseCode: { in: codes } }] },
    select: {
      id: true,
      nameVi: true,
      nameEn: true,
      slug: true,
      enterpriseCode: true,
      licences: { select: { numberKey: true } },
    },
  });
  const found = new Map<string, { id: string; name: string }>();
  for (const text of wanted) {
    const code = taxCodeKey(text);
    const matches = rows.filter(
      (row) =>
        (code !== null && row.enterpriseCode === code) ||
        row.licences.some((licence) => licence.numberKey === numberKey(text)),
    );
    const [only] = matches;
    if (only && matches.length === 1) found.set(text, { id: only.id, name: only.nameVi ?? only.nameEn ?? only.slug });
  }
  return found;
}
