import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { formatInstant } from "@/components/ui/format";
import type { MembershipView } from "@/domain/accounts/schema";

type Action = (data: FormData) => Promise<void>;
type Membership = MembershipView & { at: string | null };

/** What she may act as; the one in use has no button. */
export function Memberships({
  memberships,
  current,
  action,
}: {
  memberships: readonly Membership[];
  current: string | null;
  action: Action;
}) {
  const t = useTranslations("accounts");
  if (memberships.length === 0) return <p>{t("account.actingPerson")}</p>;
  return (
    <ul className="max-w-measure divide-y divide-line border-y border-line">
      {memberships.map(({ id, role, at }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
          <p>
            <strong className="font-medium">{t(`roles.${role}`)}</strong>
            {at && <span className="block text-small text-muted">{at}</span>}
          </p>
          {id === current ? (
            <p className="text-small text-muted">{t("account.acting")}</p>
          ) : (
            <form action={action}>
              <input type="hidden" name="membershipId" value={id} />
              <Button look="secondary">{t("account.act")}</Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

type Entry = { id: string; device: string; means: string; startedAt: Date; lastSeenAt: Date };

export function SignIns({ entries, here, action }: { entries: readonly Entry[]; here: string; action: Action }) {
  const t = useTranslations("accounts.account");
  return (
    <ul className="max-w-measure divide-y divide-line border-y border-line">
      {entries.map((entry) => (
        <li key={entry.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
          <div>
            <p className="font-medium">
              {entry.device || t("unknownDevice")}
              {entry.id === here && <span className="font-normal text-muted"> ({t("here")})</span>}
            </p>
            <p className="text-small text-muted">{t("seen", { time: formatInstant(entry.lastSeenAt) })}</p>
            <p className="text-small text-muted">
              {t("since", { time: formatInstant(entry.startedAt), means: t(`means.${entry.means}` as "means.code") })}
            </p>
          </div>
          {entry.id !== here && (
            <form action={action}>
              <input type="hidden" name="signInId" value={entry.id} />
              <Button look="secondary">{t("end")}</Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

type Address = { value: string | null; verified: boolean };

export function Addresses({ email, phone }: { email: Address; phone: Address }) {
  const t = useTranslations("accounts.account");
  return (
    <dl className="grid max-w-measure grid-cols-[auto_1fr] gap-x-6 gap-y-2">
      {(
        [
          ["email", email],
          ["phone", phone],
        ] as const
      ).map(([kind, { value, verified }]) => (
        <div key={kind} className="contents">
          <dt className="text-muted">{t(kind)}</dt>
          <dd className="break-words">
            {value ?? t("none")}
            {value && !verified && <span className="text-muted"> ({t("unverified")})</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
