import { useTranslations } from "next-intl";

const examples = [
  ["orders", "/api/v1/orders?market=DE&deposit=none"],
  ["agencies", "/api/v1/agencies"],
  ["check", "/api/v1/licences/check?q=199/LDTBXH-GP"],
  ["markets", "/api/v1/markets"],
  ["rules", "/api/v1/fees/rules"],
  ["journal", "/api/v1/journal/head"],
  ["codes", "/.well-known/signing-keys.json"],
] as const;
const ceilingExample = `curl -X POST /api/v1/fees/ceiling \\
  -H "Content-Type: application/json" \\
  -d '{"market":"TW","programme":"TW_HOME_CARE",
       "contract_months":36,"wage":20000,"currency":"TWD"}'`;

/** The open interface, by examples one can open. */
export function Api() {
  const t = useTranslations("data");
  return (
    <div className="space-y-4">
      <p>
        <a href="/api/v1/openapi.json" className="inline-flex min-h-11 items-center">
          {t("apiSpec")}
        </a>
        <span className="block text-small text-muted">{t("apiLimit")}</span>
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {examples.map(([key, path]) => (
          <li key={key} className="py-3">
            {t(`example.${key}`)}
            <a href={path} className="flex min-h-11 items-center break-all">
              GET {path}
            </a>
          </li>
        ))}
        <li className="py-3">
          {t("example.ceiling")}
          <pre className="overflow-x-auto bg-wash px-3 py-2 text-small" tabIndex={0}>
            {ceilingExample}
          </pre>
        </li>
      </ul>
    </div>
  );
}
