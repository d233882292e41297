// The ministry's answer to a contract: approval with number and day, or back with what is wrong at each field.
import { useTranslations } from "next-intl";
import type { Outcome } from "@/app/_http/form";
import { DateField } from "@/components/ui/field";
import { Section } from "@/components/ui/page";
import type { ContractPage } from "@/domain/orders/queries";
import { contractFields } from "@/domain/orders/schema";
import { ReturnForm } from "./answers";
import { useFieldName } from "./contract-merge";
import { type Action, DeskField, DeskForm, useFaultWords } from "./desk-form";

type Form = { action: Action; outcome: Outcome | null };

export function ContractDecision({
  contract,
  approve,
  sendBack,
}: {
  contract: ContractPage;
  approve: Form;
  sendBack: Form;
}) {
  const t = useTranslations("office");
  const nameOf = useFieldName();
  const words = useFaultWords();
  const { reference, version, read, orders } = contract;
  const hidden = { reference, version };
  const fields = [...contractFields, ...read.rows.map(({ at }) => `row.${at}`), "file", "whole"];
  const fault = approve.outcome?.faults.approvedOn;
  const part = (which: string) => approve.outcome?.typed(`approvedOn-${which}`);
  return (
    <Section title={t("answer")} lead={t("contracts.effect", { count: orders.length })}>
      <div className="space-y-6">
        <DeskForm {...{ ...approve, hidden, submit: t("contracts.approve") }}>
          <DeskField
            {...{ outcome: approve.outcome, name: "approvalNo", label: t("contracts.approvalNo"), maxLength: 80 }}
          />
          <DateField
            {...{ name: "approvedOn", label: t("contracts.approvedOn"), error: fault && words(fault) }}
            value={{ day: part("day"), month: part("month"), year: part("year") }}
          />
        </DeskForm>
        <ReturnForm
          {...{ ...sendBack, hidden, title: t("returnTitle"), submit: t("returnSubmit") }}
          fields={fields.map((field) => ({ field, label: nameOf(field), value: "" }))}
        />
      </div>
    </Section>
  );
}
