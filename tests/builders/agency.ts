// Agencies as plain values for tests of rules; integration tests fill the database through the commands instead.
import { day, type Day } from "@/domain/kernel/calendar";
import type { Dossier, Restriction, StatusSpell } from "@/domain/licences/rules";

type Loosely<T> = { [K in keyof T]?: T[K] extends Day | null ? string | null : T[K] };
let made = 0;
const fact = () => ({
  id: `fact-${(made += 1)}`,
  source: "test",
  verified: true,
  knownFrom: new Date("2020-01-01T00:00:00Z"),
  knownTo: null,
});
const noDecision = { decisionNo: null, decisionOn: null, reason: null };
const days = <T extends object>(given: T): T =>
  Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      (key === "from" || key === "to") && typeof value === "string" ? day(value) : value,
    ]),
  ) as T;

export const aSpell = (given: Loosely<StatusSpell> = {}): StatusSpell =>
  ({
    ...fact(),
    ...noDecision,
    status: "active",
    licenceNo: "1/LĐTBXH-GP",
    from: day("2020-01-01"),
    to: null,
    precision: "day",
    ...days(given),
  }) as StatusSpell;

export const aRestriction = (given: Loosely<Restriction> = {}): Restriction =>
  ({
    ...{ ...fact(), ...noDecision, kind: "activity_suspended", scope: "all", market: null, issuer: null },
    ...{ from: day("2020-01-01"), to: null, precision: "day", ...days(given) },
  }) as Restriction;

export const aDossier = (given: Partial<Dossier> = {}): Dossier => ({
  id: `agency-${(made += 1)}`,
  slug: "cong-ty-thu",
  nameVi: "Công ty Thử (dữ liệu mẫu)",
  nameEn: null,
  abbreviation: null,
  enterpriseCode: null,
  headOffice: null,
  provinceId: null,
  phone: null,
  website: null,
  email: null,
  representative: null,
  establishedOn: null,
  demo: false,
  externalSource: null,
  externalRef: null,
  dataFrom: null,
  dataAsOf: null,
  note: null,
  licences: [],
  spells: [],
  restrictions: [],
  fines: [],
  approvals: [],
  branches: [],
  reports: [],
  ...given,
});
