// Asking to act for an agency: finding it, saying who one is, and where the request stands.
import { useLocale, useTranslations } from "next-intl";
import { address } from "@/app/_http/addresses";
import type { Outcome } from "@/app/_http/form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { formatInstant, languageOf } from "@/components/ui/format";
import { Status, type Tone } from "@/components/ui/status";
import type { RequestView } from "@/domain/licences/queries";
import { type Action, DeskField, DeskForm, DeskText } from "./desk-form";

const tones: Record<RequestView["status"], Tone> = {
  ...{ sent: "caution", returned: "danger", approved: "good", refused: "danger", withdrawn: "neutral" },
};
export function RequestState({ status }: { status: RequestView["status"] }) {
  const t = useTranslations("portal.request.status");
  return <Status tone={tones[status]}>{t(status)}</Status>;
}

export function RequestList({ requests }: { requests: readonly RequestView[] }) {
  const locale = languageOf(useLocale());
  return (
    <ul className="divide-y divide-line border-y border-line">
      {requests.map(({ id, reference, agency, status, sentAt }) => (
        <li key={id} className="py-2">
          <a href={address(locale, "portalRequest", { id })} className="inline-flex min-h-11 items-center font-medium">
            {`${reference} · ${agency.name}`}
          </a>
          <p>
            <RequestState status={status} /> <span className="text-small text-muted">{formatInstant(sentAt)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

type Found = { slug: string; name: string; note: string };

/** The firm is found in the register first: nobody types its name into a request. */
export function AgencySearch({ asked, found, href }: { asked: string; found: readonly Found[]; href: string }) {
  const t = useTranslations("portal.request");
  const locale = languageOf(useLocale());
  return (
    <div className="max-w-measure space-y-4">
      <form action={href} className="space-y-4">
        <TextField name="q" label={t("searchLabel")} hint={t("searchHint")} defaultValue={asked} maxLength={200} />
        <Button look="secondary">{t("search")}</Button>
      </form>
      {asked && found.length === 0 && <p role="status">{t("nothingFound")}</p>}
      {found.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {found.map(({ slug, name, note }) => (
            <li key={slug} className="py-2">
              <a
                href={address(locale, "portalRegister", null, { agency: slug })}
                className="inline-flex min-h-11 items-center font-medium"
              >
                {t("choose", { name })}
              </a>
              <p className="text-small text-muted">{note}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function RequestForm({
  action,
  outcome,
  hidden,
  value = {},
  file,
  again,
}: {
  action: Action;
  outcome: Outcome | null;
  hidden: Readonly<Record<string, string | number>>;
  value?: Partial<Record<"contactName" | "position" | "phone" | "note", string | null>>;
  file: { accept: string; megabytes: number };
  /** Sent before: its proof may stay. */
  again?: boolean;
}) {
  const t = useTranslations("portal.request");
  const field = (name: "contactName" | "position" | "phone", max: number, autoComplete: string) => (
    <DeskField
      {...{ outcome, name, label: t(`field.${name}`), maxLength: max, autoComplete }}
      defaultValue={value[name] ?? undefined}
    />
  );
  return (
    <DeskForm {...{ action, outcome, hidden, submit: t(again ? "sendAgain" : "send") }}>
      {field("contactName", 120, "name")}
      {field("position", 120, "organization-title")}
      {field("phone", 40, "tel")}
      <DeskField
        {...{ outcome, name: "file", type: "file", accept: file.accept, multiple: true, label: t("field.file") }}
        hint={t(again ? "fileAgain" : "fileHint", { megabytes: file.megabytes })}
      />
      <DeskText
        {...{ outcome, name: "note", label: t("field.note"), optional: true, maxLength: 1_000 }}
        value={value.note ?? ""}
      />
    </DeskForm>
  );
}
