import "server-only";
import { change, type Tx } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { columnOfDay } from "@/domain/kernel/calendar";
import { requireAll } from "@/domain/kernel/refusal";
import { mayKeepRegister } from "./access";
import { appendTo, isSound } from "./chain";
import {
  addFact,
  addLicence,
  closeFact,
  draftOf,
  emptyDossier,
  newId,
  replaceFact,
  withDataFrom,
  type Draft,
} from "./draft";
import { nameKey, phoneKey, websiteKey } from "./identifiers";
import { licenceNumber, numberKey } from "./numbers";
import { dossiersOf } from "./read/dossiers";
import {
  agencyInput,
  correctionInput,
  decisionInput,
  warningInput,
  type AgencyInput,
  type CorrectionInput,
  type DecisionInput,
  type ParsedDecision,
  type WarningInput,
} from "./schema";
import { writeDrafts } from "./write";

export { importRegister } from "./import/run";

const mustKeepRegister = (actor: Actor): void => requireAll("licences", { mayKeepRegister: mayKeepRegister(actor) });

/** Enters a firm with its licence; the first spell of `active` begins the day the licence was issued. */
export async function recordAgency(actor: Actor, input: AgencyInput): Promise<{ id: string; slug: string }> {
  mustKeepRegister(actor);
  const { licence, formerNames, asOf, slug, source, verified, ...agency } = agencyInput.parse(input);
  requireAll("licences", { hasName: Boolean(agency.nameVi ?? agency.nameEn ?? agency.abbreviation ?? licence) });
  return change(actor, async (tx, now, note) => {
    let draft: Draft = { ...draftOf(emptyDossier({ ...agency, slug: slug ?? "", dataAsOf: asOf }), true), formerNames };
    if (licence) {
      const family = licenceNumber(licence.number)?.family ?? "other";
      const printed = {
        numberPrinted: licence.number,
        numberKey: numberKey(licence.number),
        issuedOn: licence.issuedOn,
      };
      draft = addLicence(draft, { ...printed, family, source, verified });
      if (licence.issuedOn && family !== "employment_service") {
        const nothing = { decisionOn: null, reason: null, to: null, precision: "day" as const };
        const spell = {
          status: "active" as const,
          licenceNo: licence.number,
          from: licence.issuedOn,
          decisionNo: licence.decisionNo,
        };
        draft = addFact(draft, "spells", { ...nothing, ...spell, source, verified }, now);
      }
    }
    draft = withDataFrom(draft);
    await writeDrafts(tx, [draft], now, note);
    return { id: draft.dossier.id, slug: draft.dossier.slug };
  });
}

async function loadDraft(tx: Tx, id: string): Promise<Draft> {
  // Two decisions on one firm wait for each other: the second must see what the first did to the chain.
  await tx.$executeRaw`SELECT 1 FROM "Agency" WHERE id = ${id}::uuid FOR UPDATE`;
  const dossier = (await dossiersOf([id], null, tx)).get(id);
  requireAll("licences", { agencyKnown: dossier !== undefined });
  return draftOf(dossier!);
}

function addStatus(draft: Draft, decision: Extract<ParsedDecision, { kind: "status" }>, now: Date): Draft {
  const { kind: _kind, agencyId: _agency, ...fact } = decision;
  const chain = draft.dossier.spells.filter((spell) => spell.verified === decision.verified);
  const licenceNo = fact.licenceNo ?? chain.at(-1)?.licenceNo ?? null;
  const step = appendTo(chain, { ...fact, licenceNo: fact.status === "active" ? fact.licenceNo : licenceNo });
  requireAll("licences", {
    inOrder: step.refusal !== "inOrder",
    transitionAllowed: step.refusal !== "transitionAllowed",
  });
  let next = step.closes ? replaceFact(draft, "spells", step.closes, { to: fact.from }, now) : draft;
  next = addFact(next, "spells", { ...fact, licenceNo, to: null }, now);
  if (
    fact.status !== "active" ||
    !fact.licenceNo ||
    next.dossier.licences.some((l) => l.numberKey === numberKey(fact.licenceNo!))
  )
    return next;
  const number = {
    family: licenceNumber(fact.licenceNo)?.family ?? ("other" as const),
    numberPrinted: fact.licenceNo,
    numberKey: numberKey(fact.licenceNo),
  };
  return addLicence(next, { ...number, issuedOn: fact.from, source: fact.source, verified: fact.verified });
}

function addDecision(draft: Draft, decision: ParsedDecision, now: Date): Draft {
  if (decision.kind === "status") return addStatus(draft, decision, now);
  if ("to" in decision && decision.to !== null && decision.from !== null)
    requireAll("licences", { endsAfterItBegins: decision.from <= decision.to });
  const { kind, agencyId: _agency, ...fact } = decision;
  if (decision.kind === "restriction") {
    requireAll("licences", { marketNamed: decision.scope !== "market" || decision.market !== null });
    const { restriction, ...rest } = fact as Omit<typeof decision, "kind" | "agencyId">;
    return addFact(draft, "restrictions", { ...rest, kind: restriction }, now);
  }
  const table = { fine: "fines", approval: "approvals", branch: "branches", report: "reports" } as const;
  return addFact(draft, table[kind as keyof typeof table], fact as never, now);
}

/** Records one dated decision about a firm: status, overlay, fine, approval, branch, or what a source reported. */
export async function recordDecision(
  actor: Actor,
  input: DecisionInput,
): Promise<{ agencyId: string; factId: string }> {
  mustKeepRegister(actor);
  const decision = decisionInput.parse(input);
  return change(actor, async (tx, now, note) => {
    const before = await loadDraft(tx, decision.agencyId);
    const draft = withDataFrom(addDecision(before, decision, now));
    await writeDrafts(tx, [draft], now, note);
    return {
      agencyId: decision.agencyId,
      factId: [...draft.added].findLast((id) => !draft.dossier.licences.some((l) => l.id === id)) ?? "",
    };
  });
}

/** We knew it wrong: the old fact is closed as of now and the right one written beside it, so that what the site said stays answerable. */
export async function correctFact(actor: Actor, input: CorrectionInput): Promise<{ agencyId: string; factId: string }> {
  mustKeepRegister(actor);
  const { fact: kind, id, set } = correctionInput.parse(input);
  return change(actor, async (tx, now, note) => {
    const table = {
      spells: "LicenceSpell",
      restrictions: "LicenceRestriction",
      fines: "LicenceFine",
      approvals: "MarketApproval",
      branches: "Branch",
    }[kind];
    const found = await tx.$queryRawUnsafe<{ agencyId: string }[]>(
      `SELECT "agencyId" FROM "${table}" WHERE id = $1::uuid AND "knownTo" IS NULL`,
      id,
    );
    requireAll("licences", { factKnown: found.length === 1 });
    const draft = await loadDraft(tx, found[0]!.agencyId);
    const old = draft.dossier[kind].find((fact) => fact.id === id);
    requireAll("licences", { factKnown: old !== undefined });
    const next = withDataFrom(replaceFact(draft, kind, old as never, set as never, now));
    const chain = next.dossier.spells.filter((spell) => spell.verified);
    requireAll("licences", { transitionAllowed: kind !== "spells" || isSound(chain) });
    await writeDrafts(tx, [next], now, note);
    return { agencyId: next.dossier.id, factId: [...next.added].at(-1) ?? "" };
  });
}

/** It never was: closed as of now, with nothing in its place. */
export async function withdrawFact(
  actor: Actor,
  input: Pick<CorrectionInput, "fact" | "id"> & { agencyId: string },
): Promise<void> {
  mustKeepRegister(actor);
  return change(actor, async (tx, now, note) => {
    const draft = await loadDraft(tx, input.agencyId);
    const old = draft.dossier[input.fact].find((fact) => fact.id === input.id);
    requireAll("licences", { factKnown: old !== undefined });
    await writeDrafts(tx, [withDataFrom(closeFact(draft, input.fact, old as never))], now, note);
  });
}

/** Puts a person or a firm on the named warning list. */
export async function recordWarning(actor: Actor, input: WarningInput): Promise<{ id: string }> {
  mustKeepRegister(actor);
  const { phones, websites, ...warning } = warningInput.parse(input);
  return change(actor, async (tx, now, note) => {
    const data = {
      ...warning,
      id: newId(),
      nameKey: nameKey(warning.name),
      phones: phones.flatMap((phone) => phoneKey(phone) ?? []),
      websites: websites.flatMap((site) => websiteKey(site) ?? []),
      from: columnOfDay(warning.from),
      to: warning.to && columnOfDay(warning.to),
      createdAt: now,
    };
    await tx.warning.create({ data });
    note({
      event: "warning.changed",
      subjectType: "warning",
      subjectId: data.id,
      after: { name: data.name, from: warning.from, reason: data.reason },
    });
    return { id: data.id };
  });
}
export {
  approveRequest,
  askForAccount,
  mendRequest,
  refuseRequest,
  returnRequest,
  withdrawRequest,
} from "./requests/commands";
