import { useTranslations } from "next-intl";
import { Icon } from "./icon";

/** Pages to offer: the ends, the current one and its neighbours; null where some are left out. */
export function pagesShown(page: number, pages: number): (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((n) => n >= 1 && n <= pages)
    .toSorted((a, b) => a - b);
  return wanted.flatMap((n, i) => {
    const before = wanted[i - 1];
    if (before === undefined || n === before + 1) return [n];
    return n === before + 2 ? [before + 1, n] : [null, n];
  });
}

const box = "inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-box px-2";

export function Pagination({
  page,
  pages,
  hrefOf,
  label,
}: {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  label?: string;
}) {
  const t = useTranslations("ui");
  if (pages <= 1) return null;
  return (
    <nav
      aria-label={label ?? t("pages")}
      className="no-print flex flex-wrap items-center gap-1 border-t border-line pt-3"
    >
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev" className={box}>
          <Icon name="previous" className="size-4" /> {t("previousPage")}
        </a>
      )}
      <ol className="flex flex-wrap items-center gap-1">
        {pagesShown(page, pages).map((n, i) => (
          <li key={n ?? `gap-${i}`}>
            {n === null ? (
              <span className={`${box} text-muted`}>…</span>
            ) : n === page ? (
              <span aria-current="page" className={`${box} border-2 border-ink font-bold`}>
                {n}
              </span>
            ) : (
              <a href={hrefOf(n)} aria-label={t("pageNumber", { n })} className={box}>
                {n}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next" className={box}>
          {t("nextPage")} <Icon name="next" className="size-4" />
        </a>
      )}
    </nav>
  );
}
