import "server-only";
import { draftOf, emptyDossier, type Draft } from "../draft";
import { displayName } from "../dossier";
import { nameKey } from "../identifiers";
import { dossiersOf, type Reader } from "../read/dossiers";
import { Contradiction, type RegisterEntry } from "./entry";
import { namesAgree } from "./names";

const remembered = 50_000;

/** The agencies a batch of rows may be about, found again by source reference, enterprise code, licence number or whole name. */
export class Directory {
  private readonly drafts = new Map<string, Draft>();
  private readonly ids = new Map<string, Set<string>>();
  private changed = new Set<string>();

  constructor(private readonly source: string) {}

  private index(draft: Draft): void {
    const { dossier } = draft;
    const names = [dossier.nameVi, dossier.nameEn, ...draft.formerNames].flatMap((name) =>
      name ? [`name ${nameKey(name)}`] : [],
    );
    const keys = [
      ...names,
      ...dossier.licences.map((licence) => `licence ${licence.numberKey}`),
      ...(dossier.enterpriseCode ? [`code ${dossier.enterpriseCode}`] : []),
      ...(dossier.externalRef && dossier.externalSource === this.source ? [`ref ${dossier.externalRef}`] : []),
    ];
    for (const key of keys) this.ids.set(key, (this.ids.get(key) ?? new Set()).add(dossier.id));
  }

  /** What is held, as read. */
  private keep(draft: Draft): void {
    this.drafts.set(draft.dossier.id, draft);
    this.index(draft);
  }

  set(draft: Draft): void {
    this.keep(draft);
    this.changed.add(draft.dossier.id);
  }

  /** The drafts that rows have touched since this was last asked. */
  takeChanged(): Draft[] {
    const drafts = [...this.changed].flatMap((id) => this.drafts.get(id) ?? []);
    this.changed = new Set();
    return drafts;
  }

  /**
   * As if they had been written: what was added is now simply there. Of a very long list the earliest firms are forgotten, so that a
   * rehearsal needs no more memory than the work itself.
   */
  settle(): void {
    for (const { dossier, formerNames } of this.takeChanged()) this.keep({ ...draftOf(dossier), formerNames });
    for (const id of this.drafts.keys()) {
      if (this.drafts.size <= remembered) break;
      this.drafts.delete(id);
    }
  }

  /** Reads what the rows may mean; agencies already here keep what earlier rows did to them. */
  async load(entries: readonly RegisterEntry[], reader: Reader): Promise<void> {
    const refs = entries.flatMap((entry) => entry.ref ?? []);
    const codes = entries.flatMap((entry) => entry.enterpriseCode ?? []);
    const numbers = entries.flatMap((entry) => entry.licence?.key ?? []);
    const names = entries.flatMap((entry) =>
      [entry.nameVi, entry.nameEn].flatMap((name) => (name ? [nameKey(name)] : [])),
    );
    const rows = await reader.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Agency" WHERE ("externalSource" = ${this.source} AND "externalRef" = ANY(${refs}::text[])) OR "enterpriseCode" = ANY(${codes}::text[])
      UNION SELECT "agencyId" FROM "Licence" WHERE "numberKey" = ANY(${numbers}::text[])
      UNION SELECT "agencyId" FROM "AgencyIdentifier" WHERE "key" = ANY(${names}::text[]) AND "kind" IN ('name', 'former_name')`;
    const missing = rows.map(({ id }) => id).filter((id) => !this.drafts.has(id));
    for (const dossier of (await dossiersOf(missing, null, reader)).values()) this.keep(draftOf(dossier));
  }

  private found(key: string | null): Draft[] {
    return key === null ? [] : [...(this.ids.get(key) ?? [])].flatMap((id) => this.drafts.get(id) ?? []);
  }

  /** The agency a row is about, or a new one. One number for two firms is a contradiction, not a choice. */
  resolve(entry: RegisterEntry): Draft {
    const [byRef] = this.found(entry.ref && `ref ${entry.ref}`);
    const [byCode] = this.found(entry.enterpriseCode && `code ${entry.enterpriseCode}`);
    const [byNumber] = this.found(entry.licence && `licence ${entry.licence.key}`);
    const certain = byRef ?? byCode;
    if (byRef && byCode && byRef !== byCode)
      throw new Contradiction({
        code: "codeOfAnother",
        details: { value: entry.enterpriseCode ?? "", other: displayName(byCode.dossier) },
      });
    const clash =
      byNumber &&
      (certain ? certain !== byNumber : !namesAgree(byNumber.dossier, entry) || this.isOther(byNumber, entry));
    if (clash)
      throw new Contradiction({
        code: "numberOfAnother",
        details: { value: entry.licence?.printed ?? "", other: displayName(byNumber.dossier) },
      });
    const known = certain ?? byNumber ?? this.byName(entry);
    if (known) return known;
    const ref = entry.ref ? { externalSource: this.source, externalRef: entry.ref } : {};
    return draftOf(emptyDossier({ ...ref, provinceId: null }), true);
  }

  /** The same source lists it under another number of its own, or the enterprise codes differ: not the same firm. */
  private isOther({ dossier }: Draft, entry: RegisterEntry): boolean {
    const otherRef =
      entry.ref !== null &&
      dossier.externalSource === this.source &&
      dossier.externalRef !== null &&
      dossier.externalRef !== entry.ref;
    const otherCode =
      entry.enterpriseCode !== null &&
      dossier.enterpriseCode !== null &&
      dossier.enterpriseCode !== entry.enterpriseCode;
    return otherRef || otherCode;
  }

  private byName(entry: RegisterEntry): Draft | undefined {
    const keys = [entry.nameVi, entry.nameEn].flatMap((name) => (name ? [`name ${nameKey(name)}`] : []));
    return keys.flatMap((key) => this.found(key)).find((draft) => !this.isOther(draft, entry));
  }
}
