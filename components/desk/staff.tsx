// The people of an agency, and a letter to somebody who is to be one of them.
import { useLocale, useTranslations } from "next-intl";
import type { Outcome } from "@/app/_http/form";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { SelectField } from "@/components/ui/field";
import { formatDay, languageOf } from "@/components/ui/format";
import { type Role, agencyRoles } from "@/domain/accounts/schema";
import { dayOf } from "@/domain/kernel/calendar";
import { type Action, DeskFaults, DeskField, DeskForm, useFaultWords } from "./desk-form";

type Branch = { id: string; name: string };
type Member = {
  id: string;
  role: Role;
  branchId: string | null;
  since: Date;
  user: { id: string; name: string; email: string | null; totpConfirmedAt: Date | null };
};

export function StaffList({
  members,
  branches,
  self,
  action,
  outcome,
}: {
  members: readonly Member[];
  branches: readonly Branch[];
  self: string;
  action: Action;
  outcome: Outcome | null;
}) {
  const t = useTranslations("portal.staff");
  const roles = useTranslations("accounts.roles");
  const locale = languageOf(useLocale());
  return (
    <div className="max-w-measure space-y-3">
      <DeskFaults outcome={outcome} />
      <ul className="divide-y divide-line border-y border-line">
        {members.map(({ id, role, branchId, since, user }) => (
          <li key={id} className="py-3">
            <p className="font-medium">
              {user.name}
              {user.id === self && <span className="font-normal text-muted">{` (${t("you")})`}</span>}
            </p>
            <p className="break-all">{user.email}</p>
            <p>
              {roles(role)}
              {branchId && `, ${branches.find((one) => one.id === branchId)?.name ?? t("branchGone")}`}
            </p>
            <p className="text-small text-muted">
              {t("since", { day: formatDay(locale, dayOf(since)) })}
              {user.totpConfirmedAt === null && ` · ${t("noSecondStep")}`}
            </p>
            {user.id !== self && (
              <Disclosure summary={t("end", { name: user.name })}>
                <form action={action} className="space-y-3">
                  <input type="hidden" name="membershipId" value={id} />
                  <p>{t("endEffect")}</p>
                  <Button look="danger">{t("endNow")}</Button>
                </form>
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function InviteForm({
  branches,
  action,
  outcome,
}: {
  branches: readonly Branch[];
  action: Action;
  outcome: Outcome | null;
}) {
  const t = useTranslations("portal.staff");
  const roles = useTranslations("accounts.roles");
  const words = useFaultWords();
  const fault = outcome?.faults.branchId;
  return (
    <DeskForm {...{ action, outcome, submit: t("invite") }}>
      <DeskField {...{ outcome, name: "name", label: t("name"), maxLength: 120, autoComplete: "off" }} />
      <DeskField
        {...{ outcome, name: "email", type: "email", label: t("email"), maxLength: 254, autoComplete: "off" }}
      />
      <SelectField
        {...{ name: "role", label: t("role"), defaultValue: outcome?.typed("role") ?? "agency_recruiter" }}
        options={agencyRoles.map((role) => ({ value: role, label: roles(role) }))}
      />
      {branches.length > 0 ? (
        <SelectField
          {...{ name: "branchId", label: t("branch"), hint: t("branchHint"), optional: true, empty: t("noBranch") }}
          {...{ defaultValue: outcome?.typed("branchId"), error: fault && words(fault) }}
          options={branches.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <p id="branchId" className="text-small text-muted">
          {t("noBranches")}
        </p>
      )}
    </DeskForm>
  );
}
