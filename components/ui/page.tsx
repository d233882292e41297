import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { drawn } from "./drawn";
import { Markup } from "./drawn-part";

export type Crumb = { href: string; label: string };

type PageProps = {
  title: ReactNode;
  lead?: ReactNode;
  breadcrumb?: readonly Crumb[];
  /** Between breadcrumb and title: a banner that must be read first. */
  above?: ReactNode;
  /** Under the title: what has client code in it. */
  live?: ReactNode;
  /** What draws nothing for a reader: structured data. */
  after?: ReactNode;
  /** Is handed the finished page, which may be shown again while nothing it was made of changes (app/_http/kept-page.tsx). */
  keep?: (finished: FinishedPage) => void;
  children: ReactNode;
};
export type FinishedPage = { head: string; body: string; live: ReactNode };

/** The frame of a public page: where we are, what this is, one sentence, then the content. All but `live` is drawn once. */
export function Page({ title, lead, breadcrumb, above, live, after, keep, children }: PageProps) {
  const head = (
    <>
      {breadcrumb && breadcrumb.length > 0 && <Breadcrumb crumbs={breadcrumb} />}
      {above && <div className="mb-6">{above}</div>}
      <h1>{title}</h1>
      {lead && <p className="mt-3 max-w-measure text-muted">{lead}</p>}
      {after}
    </>
  );
  const finished = { head: drawn(head).__html, body: drawn(children).__html, live };
  keep?.(finished);
  return <Finished page={finished} />;
}

export const Finished = ({ page: { head, body, live } }: { page: FinishedPage }) => (
  <div className="mx-auto max-w-page px-4 pt-6 pb-16 sm:px-6">
    <Markup html={head} />
    {live && <div className="mt-8">{live}</div>}
    <Markup html={body} className="mt-8 space-y-12" />
  </div>
);

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumb")} className="no-print mb-3 text-small">
      <ol className="flex flex-wrap items-center">
        {crumbs.map((crumb) => (
          <li
            key={crumb.href}
            className="flex items-center not-last:after:mx-2 not-last:after:text-muted not-last:after:content-['/']"
          >
            <a href={crumb.href} className="inline-flex min-h-11 items-center">
              {crumb.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A part of a page; 48 px from the next. */
export function Section({
  title,
  lead,
  id,
  children,
  level = 2,
}: {
  title: ReactNode;
  lead?: ReactNode;
  id?: string;
  children: ReactNode;
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id={id}>
      <Heading>{title}</Heading>
      {lead && <p className="mt-2 max-w-measure text-muted">{lead}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}

/** Content with its filters: above it on a phone, a column beside it on a desk. */
export function WithAside({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-6 md:grid-cols-[17rem_minmax(0,1fr)] md:gap-10">
      <div className="min-w-0">{aside}</div>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

/** Up to four figures that answer the page's question: two by two on a phone, one row on a desk. */
export function KeyFigures({
  figures,
}: {
  figures: readonly { key: string; label: ReactNode; value: ReactNode; note?: ReactNode }[];
}) {
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-6 border-y border-line py-5 md:grid-cols-4">
      {figures.map((figure) => (
        <div key={figure.key} className="flex min-w-0 flex-col">
          <dt className="text-small text-muted">{figure.label}</dt>
          <dd className="mt-1 text-subheading font-bold">{figure.value}</dd>
          {figure.note && <dd className="text-small text-muted">{figure.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

export function Empty({
  title,
  children,
  links,
}: {
  title: ReactNode;
  children?: ReactNode;
  links?: readonly { href: string; label: ReactNode }[];
}) {
  return (
    <div className="border-y border-line py-8">
      <p className="text-subheading font-bold">{title}</p>
      {children && <div className="mt-2 max-w-measure space-y-2">{children}</div>}
      {links && links.length > 0 && (
        <ul className="mt-3">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href} className="inline-flex min-h-11 items-center">
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
