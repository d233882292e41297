// Which fee rule applies: among the rules of a component in force on a day, the most specific one for this market, programme and work.
import type { Day } from "@/domain/kernel/calendar";
import {
  marketGroups,
  occupationOf,
  programmeOf,
  programmes,
  type Programme,
  type SenderType,
} from "@/domain/kernel/catalogue";
import { allRules, ruleInForce, type FeeRule } from "./reference";

/** What a rule is chosen for. */
export type RuleSubject = {
  market: string;
  /** The programme's code and tags. */
  names: ReadonlySet<string>;
  occupation: string | null;
  occupationTags: ReadonlySet<string>;
};
export type SubjectTerms = {
  market: string;
  /** A programme code, or a tag of programmes (TTS, SSW, LICENSED …). */
  programme: string;
  occupation?: string | null;
  occupationTags?: readonly string[];
  senderType?: SenderType;
};

const sendersTag: Record<SenderType, string> = {
  service_enterprise: "LICENSED",
  public_unit: "PUBLIC_UNIT",
  ministry: "PUBLIC_UNIT",
  local_authority: "LOCAL_AUTHORITY",
};
/** Names that say who sends, not what the programme is. */
const general = new Set(["LICENSED", "PUBLIC_UNIT", "LOCAL_AUTHORITY"]);
const senderTags = new Set(Object.values(sendersTag));
const shipCrew = new Set(["deck-crew", "ship-engine-crew", "ship-officer"]);
const alternatives = (field: string): string[] => field.split("|");
const namedByRules = new Set(allRules.flatMap((rule) => alternatives(rule.programme)).filter((name) => name !== "*"));

const namesOf = (programme: Programme): Set<string> => new Set([programme.code, ...programme.tags]);

/** What all programmes meant by a name have in common: a code means one programme, a tag may mean several. */
function commonNames(name: string, market: string): Set<string> | null {
  const one = programmeOf(name);
  if (one) return namesOf(one);
  if (general.has(name)) return new Set([name]);
  const tagged = programmes.filter((programme) => programme.tags.includes(name));
  const here = tagged.filter((programme) => programme.market === market);
  const meant = here.length > 0 ? here : tagged;
  const [first, ...rest] = meant.map(namesOf);
  if (first) return new Set([...first].filter((tag) => rest.every((other) => other.has(tag))));
  // A programme that only the rules name (designated activities in Japan) is sent by enterprises.
  return namedByRules.has(name) ? new Set([name, "LICENSED"]) : null;
}

/** Null when nobody knows the programme. */
export const isProgrammeName = (name: string): boolean => commonNames(name, "") !== null;

function makeSubject(terms: SubjectTerms): RuleSubject | null {
  const names = commonNames(terms.programme, terms.market);
  if (!names) return null;
  // A programme that both an enterprise and a public unit may send follows the one who sends.
  if (terms.senderType && programmeOf(terms.programme)?.senders.includes(terms.senderType)) {
    for (const tag of senderTags) names.delete(tag);
    names.add(sendersTag[terms.senderType]);
  }
  const occupation = terms.occupation ?? null;
  const industry = occupation ? occupationOf(occupation)?.industry : undefined;
  const occupationTags = new Set(terms.occupationTags ?? []);
  if (industry) occupationTags.add(industry);
  if ((occupation && shipCrew.has(occupation)) || names.has("transport_ship_crew"))
    occupationTags.add("transport_ship_crew");
  if (occupation === "deep-sea-fishing-worker" || (names.has("SEA") && names.has("FISHING")))
    occupationTags.add("deep_sea_crew");
  // The law speaks of domestic work, whatever the programme is called.
  if (industry === "domestic" && names.has("LICENSED")) names.add("DOMESTIC");
  return { market: terms.market, names, occupation, occupationTags };
}

/** Imports ask the same few hundred questions over and over; what was answered once is kept, within bounds. */
const subjects = new Map<string, RuleSubject | null>();
const kept = 5_000;
export function subjectOf(terms: SubjectTerms): RuleSubject | null {
  const { market, programme, occupation = null, senderType = "", occupationTags = [] } = terms;
  // A line break is in no code, and joining costs a fifth of writing JSON: a sheet asks this for each of its lines.
  const key = [market, programme, occupation ?? "", senderType, ...occupationTags].join("\n");
  const known = subjects.get(key);
  if (known !== undefined) return known;
  if (subjects.size >= kept) subjects.clear();
  const made = makeSubject(terms);
  subjects.set(key, made);
  return made;
}

/** Rules that name the crew in words only. */
const crewWords = "deep-sea fishing and transport ship crew";

const isGeneral = (rule: FeeRule): boolean => rule.programme === "*" || general.has(rule.programme);

/** The work a rule is limited to; null when it is for all work, or its programme already says which. */
function workOf(rule: FeeRule): { slugs: readonly string[]; tags: readonly string[] } | null {
  if (rule.occupation === crewWords) return { slugs: [], tags: ["transport_ship_crew", "deep_sea_crew"] };
  const { occupation_slugs: slugs, occupation_tags: tags } = rule.facts;
  return slugs || tags ? { slugs: slugs ?? [], tags: tags ?? [] } : null;
}

function marketMatches(rule: FeeRule, market: string): boolean {
  if (rule.market === "*") return true;
  if (rule.market.startsWith("GROUP:")) return marketGroups.get(rule.market.slice(6))?.has(market) ?? false;
  return alternatives(rule.market).includes(market);
}

function workMatches(rule: FeeRule, subject: RuleSubject): boolean {
  const work = workOf(rule);
  if (!work) return false;
  return (
    (subject.occupation !== null && work.slugs.includes(subject.occupation)) ||
    work.tags.some((tag) => subject.occupationTags.has(tag))
  );
}

export const ruleIsForWork = (rule: FeeRule): boolean => workOf(rule) !== null;

function matches(rule: FeeRule, subject: RuleSubject): boolean {
  if (!marketMatches(rule, subject.market)) return false;
  const programme = alternatives(rule.programme).some((name) => name === "*" || subject.names.has(name));
  if (!workOf(rule)) return programme;
  if (isGeneral(rule)) return programme && workMatches(rule, subject);
  // Appendix XI names the work; the programme is our name for it, so either brings the lower ceiling.
  return programme || (subject.names.has("LICENSED") && workMatches(rule, subject));
}

/** How many programmes a name means: TTS_CAREGIVER fewer than TTS, so it is the more specific. */
const breadth = new Map(
  [...namedByRules].map((name) => [
    name,
    programmes.filter((one) => one.code === name || one.tags.includes(name)).length,
  ]),
);

/** market+programme+occupation > market+programme > market > GROUP > * */
function specificity(rule: FeeRule, subject: RuleSubject): number {
  const market = rule.market === "*" ? 0 : rule.market.startsWith("GROUP:") ? 1 : 2;
  const programme = rule.programme === "*" ? 0 : isGeneral(rule) ? 1 : 2;
  const narrow =
    programme === 2 ? 1 / (1 + Math.max(...alternatives(rule.programme).map((name) => breadth.get(name) ?? 0))) : 0;
  return market * 100 + programme * 10 + (workMatches(rule, subject) ? 1 : 0) + narrow / 2;
}

const byComponent = new Map<string, FeeRule[]>();
for (const rule of allRules) byComponent.set(rule.component, [...(byComponent.get(rule.component) ?? []), rule]);

const select = (component: string, subject: RuleSubject, on: Day): readonly FeeRule[] =>
  (byComponent.get(component) ?? [])
    .filter((rule) => ruleInForce(rule, on) && matches(rule, subject))
    .map((rule) => ({ rule, score: specificity(rule, subject) }))
    .sort((a, b) => b.score - a.score)
    .map(({ rule }) => rule);

const selections = new WeakMap<RuleSubject, Map<string, readonly FeeRule[]>>();
/** The same selection asked for certain types: each answer is made once. */
const ofTypes = new WeakMap<readonly FeeRule[], Map<ReadonlySet<string>, readonly FeeRule[]>>();
function ofType(found: readonly FeeRule[], types: ReadonlySet<string>): readonly FeeRule[] {
  const mine = ofTypes.get(found) ?? new Map<ReadonlySet<string>, readonly FeeRule[]>();
  ofTypes.set(found, mine);
  const known = mine.get(types);
  if (known) return known;
  const made = found.filter((rule) => types.has(rule.ruleType));
  // Sets made for one question would pile up.
  if (mine.size < 20) mine.set(types, made);
  return made;
}

/** Every rule of a component in force that matches, the most specific first. */
export function rulesFor(
  component: string,
  subject: RuleSubject,
  on: Day,
  ruleTypes?: ReadonlySet<string>,
): readonly FeeRule[] {
  const mine = selections.get(subject) ?? new Map<string, readonly FeeRule[]>();
  selections.set(subject, mine);
  const key = `${component} ${on}`;
  let found = mine.get(key);
  if (!found) {
    found = select(component, subject, on);
    if (mine.size >= kept) mine.clear();
    mine.set(key, found);
  }
  return ruleTypes ? ofType(found, ruleTypes) : found;
}

/** Components of the contract minimums (C02 App. II-IX). */
const minimumComponents = [...byComponent].filter(([, rules]) => rules.some(isMinimum)).map(([component]) => component);
function isMinimum(rule: FeeRule): boolean {
  return rule.id.startsWith("CM-");
}
const minimums = new WeakMap<RuleSubject, { on: Day; rules: readonly FeeRule[] }>();
/** A market's contract minimums, component by component, the most specific first. */
export function minimumRulesFor(subject: RuleSubject, on: Day): readonly FeeRule[] {
  const known = minimums.get(subject);
  if (known?.on === on) return known.rules;
  const rules = minimumComponents.flatMap((component) => rulesFor(component, subject, on).filter(isMinimum));
  minimums.set(subject, { on, rules });
  return rules;
}
