import { useTranslations } from "next-intl";
import type { StoredFile } from "@/domain/files/schema";

/** Kept files, to open; in a form also to take out. */
export function FileList({
  files,
  href,
  drop,
}: {
  files: readonly StoredFile[];
  href: (id: string) => string;
  drop?: boolean;
}) {
  const t = useTranslations("portal.files");
  if (files.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {files.map(({ id, saidName, type, bytes }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
          <a href={href(id)} className="inline-flex min-h-11 min-w-0 items-center break-all">
            {saidName || t("unnamed")}
          </a>
          <span className="text-small text-muted">
            {t("size", { type: type === "application/pdf" ? "PDF" : "JPEG", kilobytes: Math.ceil(bytes / 1024) })}
          </span>
          {drop && (
            <label className="choice">
              <input type="checkbox" name="drop" value={id} />
              <span>{t("drop")}</span>
            </label>
          )}
        </li>
      ))}
    </ul>
  );
}
