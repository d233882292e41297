import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import type { Role } from "@/domain/accounts/schema";

type Person = { key: string; name: string; email: string; password: string; role: Role | null; at: string | null };

/** On a demo: invented people anybody may be. */
export function DemoAccounts({
  people,
  action,
  next,
}: {
  people: readonly Person[];
  action: (data: FormData) => Promise<void>;
  next: string | null;
}) {
  const t = useTranslations("accounts");
  const password = people[0]?.password;
  if (!password) return null;
  return (
    <Section title={t("signIn.demoTitle")} lead={t("signIn.demoLead", { password })} id="tai-khoan-mau">
      <ul className="max-w-measure divide-y divide-line border-y border-line">
        {people.map((person) => (
          <li key={person.key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
            <div className="min-w-0">
              <p className="font-medium">{person.role ? t(`roles.${person.role}`) : t("account.actingPerson")}</p>
              <p className="text-small break-words text-muted">
                {[person.at, person.name, person.email].filter(Boolean).join(", ")}
              </p>
            </div>
            <form action={action}>
              <input type="hidden" name="identifier" value={person.email} />
              <input type="hidden" name="password" value={person.password} />
              {next && <input type="hidden" name="next" value={next} />}
              <Button look="secondary" aria-label={t("signIn.demoUse", { name: person.name })}>
                {t("signIn.submit")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
