"use client";

import { useParams } from "next/navigation";
import en from "@/messages/en/failure.json";
import vi from "@/messages/vi/failure.json";

/** A fault of ours: what happened, what is safe, what to do, and the number under which the log keeps the story. */
export default function Failure({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { locale } = useParams();
  const t = locale === "en" ? en : vi;
  return (
    <div className="mx-auto max-w-page px-4 pt-6 pb-16 sm:px-6">
      <h1>{t.title}</h1>
      <p className="mt-3 max-w-measure">{t.lead}</p>
      {error.digest && (
        <p className="mt-6">
          {t.reference}: <strong>{error.digest}</strong>
          <span className="block text-small text-muted">{t.referenceHint}</span>
        </p>
      )}
      <p className="mt-6 flex flex-wrap items-center gap-4">
        <button
          type="button"
          onClick={retry}
          className="min-h-11 rounded-box border-2 border-action bg-action px-4 font-medium text-action-ink"
        >
          {t.retry}
        </button>
        <a href={locale === "en" ? "/en" : "/"} className="inline-flex min-h-11 items-center">
          {t.home}
        </a>
      </p>
    </div>
  );
}
