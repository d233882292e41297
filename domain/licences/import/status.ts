// Base status from a row: the chains of official and of other sources are kept apart, and each grows by the moves of the law only.
import { holdsOn, type Day } from "@/domain/kernel/calendar";
import { appendTo, isFiner, mayFollow, sameDate } from "../chain";
import type { StatusSpell } from "../dossier";
import { addFact, replaceFact } from "../draft";
import type { RegisterEntry } from "./entry";
import { contradicts, datedOf, told, words, written, type Work } from "./work";

type Said = RegisterEntry["spells"][number] & { licenceNo: string | null };

/** The spell held that the row speaks of. An end of an earlier licence, or before a later status, is another one. */
function heldSpell(chain: readonly StatusSpell[], said: Said): StatusSpell | undefined {
  const ofLicence = (spell: StatusSpell) => !spell.licenceNo || !said.licenceNo || spell.licenceNo === said.licenceNo;
  const same = chain.filter((spell) => spell.status === said.status && ofLicence(spell));
  if (said.status === "active") return same.find((spell) => sameDate(datedOf(spell), said.at)) ?? same[0];
  return (
    same.find((spell) => said.decisionNo && spell.decisionNo === said.decisionNo) ??
    same.find((spell) => sameDate(datedOf(spell), said.at)) ??
    same.find((spell) => spell === chain.at(-1))
  );
}

/** Known already; perhaps the row gives a finer date or the missing number of the decision. */
function confirm(work: Work, chain: readonly StatusSpell[], held: StatusSpell, said: Said): void {
  const dated = datedOf(held);
  const before = words(held.status, written(dated), held.decisionNo);
  if (!sameDate(dated, said.at))
    return contradicts(said.status === "active" ? "issueDayDiffers" : "decisionDayDiffers", {
      status: said.status,
      held: words(written(dated), held.decisionNo),
      said: words(written(said.at), said.decisionNo),
    });
  if (held.decisionNo && said.decisionNo && held.decisionNo !== said.decisionNo)
    return contradicts("decisionNoDiffers", { status: said.status, held: held.decisionNo, said: said.decisionNo });
  const finer = isFiner(said.at.precision, held.precision);
  if (!finer && (held.decisionNo || said.decisionNo === null)) return;
  const date = finer ? { from: said.at.on, precision: said.at.precision } : {};
  const better = { ...date, decisionNo: held.decisionNo ?? said.decisionNo };
  work.draft = replaceFact(work.draft, "spells", held, better, work.context.now);
  if (finer) closeBefore(work, chain, held, said.at.on);
  told(work, "status", before, words(said.status, written(said.at), said.decisionNo));
}

/** The spell before one whose beginning is now known better ends there. */
function closeBefore(work: Work, chain: readonly StatusSpell[], moved: StatusSpell, from: Day): void {
  const before = chain.findLast((spell) => spell.to === moved.from && spell.id !== moved.id);
  if (before) work.draft = replaceFact(work.draft, "spells", before, { to: from }, work.context.now);
}

function mergeSpell(work: Work, said: Said): void {
  const { entry, context } = work;
  const { status, at, licenceNo, decisionNo, reason } = said;
  const chain = work.draft.dossier.spells.filter((spell) => spell.verified === entry.verified);
  const held = heldSpell(chain, said);
  if (held) return confirm(work, chain, held, said);
  const fact = { status, licenceNo, from: at.on, precision: at.precision, decisionNo, decisionOn: null, reason };
  const whole = { ...fact, source: entry.source, verified: entry.verified, to: null };
  const [first, last] = [chain[0], chain.at(-1)];
  const refused = (other: StatusSpell | undefined): never =>
    contradicts("transition", {
      held: other?.status ?? "none",
      heldOn: other?.from ?? "",
      said: status,
      saidOn: at.on,
    });
  if (first && at.on < first.from) {
    // Older history learnt later: it ends where what is held begins.
    if (!mayFollow({ status, licenceNo }, first)) refused(first);
    work.draft = addFact(work.draft, "spells", { ...whole, to: first.from }, context.now);
    return told(work, "status", null, words(status, written(at), decisionNo));
  }
  const step = appendTo(chain, fact);
  if (step.refusal) refused(last);
  if (step.closes) work.draft = replaceFact(work.draft, "spells", step.closes, { to: at.on }, context.now);
  work.draft = addFact(work.draft, "spells", whole, context.now);
  const before = last ? words(last.status, written(datedOf(last)), last.decisionNo) : null;
  told(work, "status", before, words(status, written(at), decisionNo));
}

export function mergeStatus(work: Work): void {
  const { entry, context } = work;
  const { licence } = entry;
  const known = work.draft.dossier.licences.find((held) => held.numberKey === licence?.key);
  const licenceNo = known?.numberPrinted ?? licence?.printed ?? null;
  if (licence?.issued && licence.family !== "employment_service")
    mergeSpell(work, { status: "active", at: licence.issued, licenceNo, decisionNo: null, reason: null });
  for (const spell of entry.spells) mergeSpell(work, { ...spell, licenceNo });
  if (!entry.listedActive) return;
  const then = work.draft.dossier.spells.find((spell) => spell.verified && holdsOn(spell, context.asOf));
  if (then && then.status !== "active")
    contradicts("listedAfterEnd", {
      held: then.status,
      heldOn: then.from,
      decisionNo: then.decisionNo ?? "",
      asOf: context.asOf,
    });
}
