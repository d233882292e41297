// From dossiers and verdicts to the open data. Facts keep their source, their decision and since when they have been known.
import type { z } from "zod";
import type { CheckAnswer, AgencyList, AgencyProfile, ListedAgency, RegisterAsOf } from "@/domain/licences/queries";
import type { Dossier, Verdict } from "@/domain/licences/rules";
import type { agency, agencySummary, checkAnswer, register, verdict } from "../answers/agencies";
import { type Links, moneyOrNull } from "../fields";

type AgencyOut = z.infer<typeof agency>;
type Status = AgencyOut["statuses"][number];
type Known = { knownFrom: Date; knownTo: Date | null };
type Fact = Known & { id: string; agencyId?: string };

const known = (fact: Known) => ({
  knownFrom: fact.knownFrom.toISOString(),
  knownTo: fact.knownTo?.toISOString() ?? null,
});

const statusOf = ({
  status,
  licenceNo,
  from,
  to,
  precision,
  decisionNo,
  decisionOn,
  reason,
  source,
  verified,
  ...rest
}: Dossier["spells"][number]): Status => ({
  ...{ status, licenceNo, from, to, precision, decisionNo, decisionOn, reason, source, verified },
  ...known(rest as Fact),
});
const restrictionOf = (r: Dossier["restrictions"][number]): AgencyOut["restrictions"][number] => {
  const { kind, scope, market, issuer, from, to, precision, decisionNo, decisionOn, reason, source, verified } = r;
  return {
    kind,
    scope,
    market,
    issuer,
    from,
    to,
    precision,
    decisionNo,
    decisionOn,
    reason,
    source,
    verified,
    ...known(r),
  };
};
const fineOf = (f: Dossier["fines"][number]): AgencyOut["fines"][number] => {
  const { reason, on, precision, appeal, removedOn, decisionNo, source, verified } = f;
  return {
    amount: moneyOrNull(f.amountVnd, "VND"),
    reason,
    on,
    precision,
    appeal,
    removedOn,
    decisionNo,
    source,
    verified,
    ...known(f),
  };
};
const approvalOf = (a: Dossier["approvals"][number]): AgencyOut["approvals"][number] => {
  const { code, from, to, precision, decisionNo, source, verified } = a;
  return { code, from, to, precision, decisionNo, source, verified, ...known(a) };
};
const branchOf = (b: Dossier["branches"][number]): AgencyOut["branches"][number] => {
  const { name, address, provinceId, phone, from, to, decisionNo, source, verified } = b;
  return { name, address, provinceId, phone, from, to, decisionNo, source, verified, ...known(b) };
};
const reportOf = (r: Dossier["reports"][number]): AgencyOut["reports"][number] => {
  const { statusSeen, asOf, precision, confidence, note, source } = r;
  return { statusSeen, asOf, precision, confidence, note, source, ...known(r) };
};

const verdictAnswer = (given: Verdict): z.infer<typeof verdict> => ({
  code: given.code,
  reason: given.reason,
  on: given.on,
  asOf: given.asOf,
  status: given.spell && statusOf(given.spell),
  restrictions: given.restrictions.map(restrictionOf),
  fines: given.fines.map(fineOf),
  approvals: given.approvals.map(approvalOf),
  dateUncertain: given.flags.dateUncertain,
  afterAsOf: given.flags.afterAsOf,
  negativeReports: given.flags.negativeReports,
});

type Summary = z.infer<typeof agencySummary>;
export function agencySummaryAnswer({ dossier, name, verdict: given }: ListedAgency, links: Links): Summary {
  const { slug, nameVi, nameEn, abbreviation, enterpriseCode, headOffice, provinceId, phone, website, email, demo } =
    dossier;
  return {
    ...{ slug, links: links.agency(slug), name, nameVi, nameEn, abbreviation, enterpriseCode },
    licenceNumbers: dossier.licences.map((licence) => licence.numberPrinted),
    ...{ headOffice, provinceId, phone, website, email, demo },
    verdict: verdictAnswer(given),
  };
}

export const registerAnswer = (given: RegisterAsOf | null): z.infer<typeof register> | null =>
  given && { asOf: given.asOf, source: given.source, official: given.official };

export function agencyDetailAnswer(profile: AgencyProfile, links: Links): AgencyOut {
  const { dossier } = profile;
  const { on } = profile.verdict;
  return {
    ...agencySummaryAnswer(profile, links),
    establishedIn: dossier.establishedOn,
    dataFrom: dossier.dataFrom,
    dataAsOf: dossier.dataAsOf,
    licences: dossier.licences.map(({ numberPrinted, family, issuedOn, source, verified }) => ({
      number: numberPrinted,
      family,
      issuedOn,
      source,
      verified,
    })),
    statuses: dossier.spells.map(statusOf),
    restrictions: dossier.restrictions.map(restrictionOf),
    // A fine whose time of display has passed is not spread by this door either.
    fines: dossier.fines.filter((fine) => fine.removedOn === null || on < fine.removedOn).map(fineOf),
    approvals: dossier.approvals.map(approvalOf),
    branches: dossier.branches.map(branchOf),
    reports: dossier.reports.map(reportOf),
  };
}

export const countsAnswer = ({ status, province }: AgencyList["counts"]) => ({
  status: { ...status } as Record<string, number>,
  province: { ...province },
});

export function checkDetailAnswer(check: CheckAnswer, links: Links): Omit<z.infer<typeof checkAnswer>, "notes"> {
  return {
    question: check.question.text,
    on: check.on,
    answer: check.answer,
    numberFamily: check.numberFamily,
    matches: check.matches.map((match) => ({
      agency: agencySummaryAnswer(match, links),
      matchedBy: match.matchedBy.map(({ kind, value }) => ({ kind, value })),
    })),
    near: check.near.map((near) => ({
      agency: agencySummaryAnswer(near, links),
      matchedName: near.matchedName,
      similarity: near.similarity,
    })),
    lookAlikes: check.lookAlikes,
    warnings: check.warnings.map(
      ({
        name,
        phones,
        websites,
        reason,
        issuer,
        from,
        to,
        exact,
        similarity,
        demo,
        decisionNo,
        source,
        verified,
      }) => ({
        ...{ name, phones, websites, reason, issuer, from, to, exact, similarity, demo, decisionNo, source, verified },
      }),
    ),
    register: registerAnswer(check.register),
  };
}
