// Takes the form about a worker's situation into a cookie on her device, and sends her back to the page she came from. Works without scripts.
import { getTranslations } from "next-intl/server";
import { resolve } from "@/app/_http/addresses";
import { allow } from "@/app/_http/rate-limit";
import { isFromElsewhere } from "@/app/_http/same-site";
import { site } from "@/app/_http/site";
import { communeFor, forgetSituation, keepTyped, rememberSituation, situationOf } from "@/app/_http/situation";
import { cleanText } from "@/domain/kernel/text";
import { localityOf } from "@/domain/localities/queries";
import {
  situationBlocks,
  situationRead,
  situationTyped,
  type SituationBlock,
  type SituationField,
  type SituationTyped,
} from "@/domain/support/rules";

const fieldsOf: Readonly<Record<SituationBlock, readonly SituationField[]>> = {
  groups: ["group"],
  commune: ["commune", "communeId", "communeAsked", "hard"],
  helped: ["helped"],
  has: ["has"],
  japan: ["tts", "same"],
  study: ["study"],
  loan: ["loan", "amount"],
};
/** Answers about the offer, not about her: these may stand in an address. */
const carried = ["programme", "months", "cost"] as const;
const maxBody = 16_384;

/** Only pages of this site; anything else leads home. */
function pageOf(next: string): URL {
  const home = new URL("/", site.url);
  if (!/^\/(?![/\\])/.test(next) || !URL.canParse(next, home)) return home;
  const page = new URL(next, home);
  return page.origin === home.origin ? page : home;
}

const goTo = (page: URL, part: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: page.pathname + page.search + part, "Cache-Control": "no-store" },
  });

/** What happened and what to do, in the language of the page she came from. */
async function refuse(request: Request, status: 400 | 403 | 413 | 429, headers: Record<string, string> = {}) {
  const from = request.headers.get("referer") ?? "";
  const { locale } = resolve(URL.canParse(from) ? new URL(from).pathname : "/");
  const t = await getTranslations({ locale, namespace: "support.refused" });
  return new Response(t(String(status)), {
    status,
    headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" },
  });
}

export async function POST(request: Request): Promise<Response> {
  const { allowed, headers } = await allow(request, 5);
  if (!allowed) return refuse(request, 429, headers);
  if (isFromElsewhere(request)) return refuse(request, 403);
  if (Number(request.headers.get("content-length") ?? 0) > maxBody) return refuse(request, 413);
  const form = await request.formData().catch(() => null);
  if (!form) return refuse(request, 400);

  const one = (name: string) => cleanText(String(form.get(name) ?? ""), 200);
  const many = (name: string) =>
    form
      .getAll(name)
      .slice(0, 20)
      .map((value) => cleanText(String(value), 40));
  const page = pageOf(one("next"));
  for (const name of carried) {
    if (!form.has(name)) continue;
    if (one(name)) page.searchParams.set(name, one(name).slice(0, 40));
    else page.searchParams.delete(name);
  }
  if (form.has("forget")) {
    await forgetSituation();
    return goTo(page, "");
  }

  const before = await situationOf();
  const place = before.commune ? await localityOf(before.commune) : null;
  const name = place ? [place.fullName, ...place.within].join(", ") : "";
  const asked = situationBlocks.filter((block) => form.getAll("block").includes(block));
  const said = Object.fromEntries(
    asked.flatMap((block) =>
      fieldsOf[block].map((field) => [field, field === "group" || field === "has" ? many(field) : one(field)]),
    ),
  ) as Partial<SituationTyped>;
  const typed: SituationTyped = { ...situationTyped(place ? before : { ...before, commune: null }, name), ...said };

  const commune = await communeFor(typed);
  const { situation, errors } = situationRead(typed, commune.id);
  if (commune.error || Object.keys(errors).length > 0) {
    await keepTyped(typed, page.pathname);
    return goTo(page, "#situation");
  }
  await rememberSituation(situation);
  return goTo(page, "#answer");
}
