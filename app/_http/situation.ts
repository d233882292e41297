// A worker's situation lives in her browser and nowhere else: household group and commune never reach an address, a log or the database.
import "server-only";
import { cookies } from "next/headers";
import { foldName } from "@/domain/kernel/text";
import { localityOf, searchLocalities, type LocalityView } from "@/domain/localities/queries";
import {
  noSituation,
  situationFrom,
  situationRead,
  situationText,
  situationTyped,
  type SituationErrors,
  type SituationTyped,
} from "@/domain/support/rules";
import type { Situation } from "@/domain/support/schema";
import { currentPath, site } from "./site";
import { today } from "./today";

const kept = "situation";
/** What could not be read, so that the form comes back as it was typed. */
const refused = "situation-typed";
const days = 24 * 60 * 60;
const settings = { httpOnly: true, sameSite: "lax", secure: site.url.protocol === "https:", path: "/" } as const;

export const situationOf = async (): Promise<Situation> => situationFrom((await cookies()).get(kept)?.value);

export async function rememberSituation(situation: Situation): Promise<void> {
  const jar = await cookies();
  jar.set(kept, situationText(situation), { ...settings, maxAge: 30 * days });
  jar.delete(refused);
}

export async function forgetSituation(): Promise<void> {
  const jar = await cookies();
  jar.delete(kept);
  jar.delete(refused);
}

/** For the page it was typed on: elsewhere the form shows what was said before. */
export async function keepTyped(typed: SituationTyped, pathname: string): Promise<void> {
  (await cookies()).set(refused, JSON.stringify({ ...typed, at: pathname }), { ...settings, maxAge: 10 * 60 });
}

async function typedKept(): Promise<SituationTyped | null> {
  const text = (await cookies()).get(refused)?.value;
  if (!text) return null;
  try {
    const read = JSON.parse(text) as Record<string, unknown>;
    if (read.at !== (await currentPath()).split("?", 1)[0]) return null;
    const empty = situationTyped(noSituation, "");
    const entries = Object.entries(empty).map(([name, nothing]) => {
      const said = read[name];
      if (Array.isArray(nothing)) return [name, Array.isArray(said) ? said.map(String).slice(0, 20) : nothing];
      return [name, typeof said === "string" ? said : nothing];
    });
    return Object.fromEntries(entries) as SituationTyped;
  } catch {
    return null;
  }
}

const longName = (place: LocalityView): string => [place.fullName, ...place.within].join(", ");
export type CommuneChoice = { id: string; name: string };
export type FoundCommune = { id: string | null; error?: "communeNone" | "communeMany"; choices: CommuneChoice[] };
const most = 12;

/** Today's commune by what was typed: with or without marks, by an old name, by choosing among several. */
export async function communeFor(typed: SituationTyped): Promise<FoundCommune> {
  const { commune, communeId, communeAsked } = typed;
  if (commune === "") return { id: null, choices: [] };
  const on = today();
  const exists = (place: LocalityView) => place.level === "commune" && place.validTo === null;
  if (communeId !== "" && communeAsked === commune) {
    const place = await localityOf(communeId, on);
    if (place && exists(place)) return { id: place.id, choices: [] };
  }
  const now = await searchLocalities(commune, { level: "commune", on, limit: most });
  const found: LocalityView[] = now.length > 0 ? now : await heirsOf(commune);
  const choices = found.map((place) => ({ id: place.id, name: longName(place) }));
  const asked = foldName(commune.split(",")[0] ?? "");
  const same = found.filter((place) => [place.name, place.fullName].some((name) => foldName(name) === asked));
  const only = same.length === 1 ? same[0] : found.length === 1 ? found[0] : undefined;
  if (only) return { id: only.id, choices: [] };
  return { id: null, error: choices.length > 0 ? "communeMany" : "communeNone", choices };
}

/** What former communes and districts of that name have become. */
async function heirsOf(text: string): Promise<LocalityView[]> {
  const former = await searchLocalities(text, { limit: most });
  const heirs = former.flatMap((hit) => hit.became).filter((place) => place.level === "commune");
  return [...new Map(heirs.map((place) => [place.id, place])).values()].slice(0, most);
}

export type SituationFormState = {
  situation: Situation;
  typed: SituationTyped;
  errors: SituationErrors;
  communes: readonly CommuneChoice[];
  /** "Phường Ba Đình, Thành phố Hà Nội"; null: did not say. */
  communeName: string | null;
};

/** Everything the form shows: what was said before, or what was just typed with its faults. */
export async function situationForm(): Promise<SituationFormState> {
  const situation = await situationOf();
  const place = situation.commune ? await localityOf(situation.commune, today()) : null;
  const said = place ? situation : { ...situation, commune: null };
  const communeName = place ? longName(place) : null;
  const typed = await typedKept();
  if (!typed)
    return { situation: said, typed: situationTyped(said, communeName ?? ""), errors: {}, communes: [], communeName };
  const commune = await communeFor(typed);
  const { errors } = situationRead(typed, commune.id);
  return {
    situation: said,
    typed,
    errors: { ...errors, ...(commune.error && { commune: commune.error }) },
    communes: commune.choices,
    communeName,
  };
}
