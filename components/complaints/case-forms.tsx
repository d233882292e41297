import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { ErrorList, TextField } from "@/components/ui/field";
import { longestText } from "@/domain/complaints/schema";
import { PhotoField, TextArea, type Told } from "./report-form";

type Action = (data: FormData) => Promise<void>;
const list = (told: Told, first: string) => told.faults.map((fault) => ({ ...fault, field: fault.field || first }));

/** Number and code, as the reporter has them. */
export function OpenCase({ action, told, number }: { action: Action; told: Told; number?: string }) {
  const t = useTranslations("complaints.case");
  const error = (field: string) => told.faults.find((fault) => fault.field === field)?.message;
  return (
    <form action={action} className="max-w-measure space-y-4">
      <ErrorList errors={list(told, "code")} />
      <TextField
        {...{ name: "number", label: t("number"), hint: t("numberHint"), autoComplete: "off", maxLength: 60 }}
        {...{ defaultValue: told.typed("number") ?? number, error: error("number"), className: "figures" }}
      />
      <TextField
        {...{
          name: "code",
          label: t("code"),
          hint: t("codeHint"),
          autoComplete: "off",
          maxLength: 60,
          error: error("code"),
          className: "figures",
        }}
      />
      <Button>{t("open")}</Button>
    </form>
  );
}

export function AddToCase({ action, told, number }: { action: Action; told: Told; number: string }) {
  const t = useTranslations("complaints.case");
  return (
    <form action={action} className="max-w-measure space-y-4">
      <ErrorList errors={told.faults.filter(({ field }) => field !== "")} />
      <input type="hidden" name="number" value={number} />
      <TextArea {...{ told, name: "text", max: longestText, label: t("addLabel") }} />
      <PhotoField told={told} />
      <Button look="secondary">{t("add")}</Button>
    </form>
  );
}

/** Taking it back, and leaving a device that is not hers. */
export function EndCase({
  withdraw,
  leave,
  number,
  mayWithdraw,
}: {
  withdraw: Action;
  leave: Action;
  number: string;
  mayWithdraw: boolean;
}) {
  const t = useTranslations("complaints.case");
  return (
    <div className="space-y-2">
      {mayWithdraw && (
        <Disclosure summary={t("withdrawTitle")}>
          <form action={withdraw} id="withdraw" className="max-w-measure space-y-3">
            <input type="hidden" name="number" value={number} />
            <p>{t("withdrawText")}</p>
            <Button look="danger">{t("withdraw")}</Button>
          </form>
        </Disclosure>
      )}
      <Disclosure summary={t("leaveTitle")}>
        <form action={leave}>
          <input type="hidden" name="number" value={number} />
          <Button look="secondary">{t("leave")}</Button>
        </form>
      </Disclosure>
    </div>
  );
}
