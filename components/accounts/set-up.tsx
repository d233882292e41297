import { useTranslations } from "next-intl";
import type { Outcome } from "@/app/_http/form";
import { QrCode } from "@/components/ui/qr-code";
import { AccountForm, CodeField } from "./form";

type Action = (data: FormData) => Promise<void>;
type FormProps = { action: Action; outcome: Outcome | null; hidden?: Readonly<Record<string, string | null>> };
const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, "$1 ");

/** What the telephone is told, three ways, then a code to show that it has understood. */
export function SetUp({ setUp, ...form }: FormProps & { setUp: { secret: string; uri: string } }) {
  const t = useTranslations("accounts.setUp");
  return (
    <>
      <div className="max-w-measure space-y-4">
        <p>{t("app")}</p>
        <QrCode text={setUp.uri} label={t("qr")} className="w-72 border border-line" />
        <p>
          {t("byHand")} <strong className="figures break-words">{inFours(setUp.secret)}</strong>
        </p>
        <a href={setUp.uri} className="inline-flex min-h-11 items-center">
          {t("here")}
        </a>
      </div>
      <AccountForm {...form} submit={t("confirm")}>
        <CodeField outcome={form.outcome} label={t("code")} />
      </AccountForm>
    </>
  );
}

export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <ul className="figures grid max-w-measure grid-cols-2 gap-x-6 gap-y-2 border-y border-line py-4">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
  );
}

export function RemoveSecondStep(form: FormProps) {
  const t = useTranslations("accounts.setUp");
  return (
    <AccountForm {...form} submit={t("remove")} look="danger">
      <CodeField outcome={form.outcome} label={t("removeCode")} />
    </AccountForm>
  );
}
