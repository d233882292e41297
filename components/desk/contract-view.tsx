// Where a contract stands, what its agency does next, and what hangs on it.
import { useTranslations } from "next-intl";
import type { Outcome } from "@/app/_http/form";
import { Disclosure } from "@/components/ui/disclosure";
import { formatInstant } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Notice } from "@/components/ui/status";
import type { Day } from "@/domain/kernel/calendar";
import type { ContractPage } from "@/domain/orders/queries";
import { RemarksNotice } from "./answers";
import { ContractFacts, ContractState } from "./contract-facts";
import { useFieldName } from "./contract-merge";
import { type Action, DeskForm } from "./desk-form";
import { FileList } from "./files";
import { OrderStates } from "./order-states";
import { DueClock } from "./queue";

export function ContractView({
  contract,
  today,
  saved,
  fileHref,
  close,
  official = false,
}: {
  contract: ContractPage;
  today: Day;
  saved: string;
  fileHref: (id: string) => string;
  close: { action: Action; outcome: Outcome | null } | null;
  /** For an officer: her own words, and no way into the agency's portal. */
  official?: boolean;
}) {
  const t = useTranslations("portal.contract");
  const fieldName = useFieldName();
  const { status, version, reference, findings, lastEdit } = contract;
  return (
    <>
      <div className="space-y-3">
        {["save", "row", "submit", "close"].includes(saved) && (
          <p role="status">{t(`saved.${saved}` as "saved.save")}</p>
        )}
        <p>
          <ContractState status={status} />
        </p>
        <p className="max-w-measure">{t(`${official ? "officeNext" : "next"}.${status}`)}</p>
        {status === "submitted" && (
          <p>
            <DueClock due={contract.answerDueOn} basis="law" today={today} />
          </p>
        )}
        {contract.mayEdit && (
          <p className="max-w-measure">
            {findings.length > 0 ? t("findings", { count: findings.length }) : t("complete")}{" "}
            {lastEdit && t("lastEdit", { name: lastEdit.editorName, time: formatInstant(lastEdit.at) })}
          </p>
        )}
        {status === "returned" && (
          <RemarksNotice
            title={t("returnedBy", { office: contract.decidedOffice ?? "" })}
            {...{ remarks: contract.remarks, label: fieldName }}
          />
        )}
      </div>
      {!contract.mayEdit && status !== "draft" && (
        <Section title={t("handedIn")}>
          <ContractFacts
            {...{ read: contract.read, quotas: contract.quotas }}
            approval={{ no: contract.approvalNo, on: contract.approvedOn }}
          />
          <h3 className="mt-6">{t("fileTitle")}</h3>
          <FileList files={contract.files} href={fileHref} />
        </Section>
      )}
      {contract.orders.length > 0 && (
        <Section title={t("ordersTitle")}>
          <OrderStates orders={contract.orders} hrefOf={null} />
        </Section>
      )}
      {close && (
        <Disclosure summary={t("close")} open={close.outcome !== null}>
          <Notice>
            <p>{t("closeEffect", { count: contract.orders.filter((one) => one.status === "published").length })}</p>
          </Notice>
          <div className="mt-3">
            <DeskForm
              {...{ action: close.action, outcome: close.outcome, hidden: { reference, version } }}
              {...{ submit: t("close"), look: "danger" }}
            />
          </div>
        </Disclosure>
      )}
    </>
  );
}
