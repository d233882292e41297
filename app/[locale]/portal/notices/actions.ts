"use server";
// An agency's forms about its notices. Whose notice it may be is decided by the commands.
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { type Locale, address } from "@/app/_http/addresses";
import { FieldFault, action } from "@/app/_http/form";
import { signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import type { Actor } from "@/domain/kernel/actor";
import { foldName } from "@/domain/kernel/text";
import { localitiesIn } from "@/domain/localities/queries";
import { fileNotices, withdrawNotice } from "@/domain/notices/commands";
import { noticeInput } from "@/domain/notices/schema";
import { formRecruiters } from "@/components/notices/notice-form";

const here = async (): Promise<Locale> => localeOf(await getLocale());
async function asked(): Promise<Actor> {
  const known = await signedIn();
  if (!known || known.waitsFor) throw new FieldFault({ "": "signedOut" });
  return known.actor;
}

type Fields = Record<string, unknown>;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const linesOf = (value: unknown): string[] =>
  textOf(value)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf) : value ? [textOf(value)] : []);

function dayOfFields(fields: Fields, name: string): string | undefined {
  const part = (which: string) => textOf(fields[`${name}-${which}`]).trim();
  const [d, m, y] = [part("day"), part("month"), part("year")];
  return d || m || y ? `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}` : undefined;
}

/** The flat fields of the form as the notice's own shape; what is wrong comes back under the name of the line it was typed in. */
const noticeForm = z.record(z.string(), z.unknown()).transform((fields, context) => {
  const rows = Array.from({ length: formRecruiters }, (_, i) => i).filter(
    (i) => fields[`recruiters.${i}.name`] ?? fields[`recruiters.${i}.phone`],
  );
  const read = noticeInput.omit({ communes: true }).safeParse({
    orderReference: textOf(fields.orderReference),
    provinces: listOf(fields.provinces),
    fromOn: dayOfFields(fields, "fromOn"),
    toOn: dayOfFields(fields, "toOn"),
    venues: linesOf(fields.venues),
    recruiters: rows.map((i) => ({
      name: textOf(fields[`recruiters.${i}.name`]),
      phone: textOf(fields[`recruiters.${i}.phone`]),
    })),
  });
  if (read.success) return { ...read.data, communeNames: linesOf(fields.communes).slice(0, 200) };
  for (const { path, code, message } of read.error.issues) {
    const [field = "", line, part] = path.map(String);
    const at = part !== undefined ? `${field}.${rows[Number(line)]}.${part}` : field;
    const empty = at === "fromOn" || at === "toOn" ? !dayOfFields(fields, at) : !fields[at] && code === "too_small";
    const said = empty ? "required" : code === "custom" ? message : code === "too_big" ? "tooLong" : "tooSmall";
    context.addIssue({ code: "custom", message: said, path: [at] });
  }
  return z.NEVER;
});

/** Names as people write them, to the communes of the provinces chosen. */
async function communesNamed(names: readonly string[], provinces: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const places = (await Promise.all(provinces.map((id) => localitiesIn(id, today())))).flat();
  return names.map((name) => {
    const wanted = foldName(name);
    const found = places.filter((place) => foldName(place.fullName) === wanted || foldName(place.name) === wanted);
    const [only] = found;
    if (found.length > 1) throw new FieldFault({ communes: `communeSeveral:${name.slice(0, 60)}` });
    if (!only) throw new FieldFault({ communes: `communeUnknown:${name.slice(0, 60)}` });
    return only.id;
  });
}

export const file = action("notice", noticeForm, async ({ communeNames, ...said }) => {
  const actor = await asked();
  const communes = await communesNamed(communeNames, said.provinces);
  const filed = await fileNotices(actor, { ...said, communes });
  return address(await here(), "portalNotices", null, { filed: filed.map(({ reference }) => reference).join(" ") });
});

export const withdraw = action("notice-withdraw", z.object({ reference: z.string().max(30) }), async (input) => {
  await withdrawNotice(await asked(), input);
  return address(await here(), "portalNotice", { id: input.reference }, { saved: 1 });
});
