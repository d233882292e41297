"use client";

import "./globals.css";
import en from "@/messages/en/failure.json";
import vi from "@/messages/vi/failure.json";

/** When even the frame fails: both languages, no fonts, nothing that could fail again. */
export default function GlobalFailure({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="vi">
      <body>
        <title>{vi.title}</title>
        <main className="mx-auto max-w-page px-4 py-10">
          <h1>{vi.title}</h1>
          <p className="mt-3 max-w-measure">{vi.lead}</p>
          <p className="mt-3 max-w-measure text-muted" lang="en">
            {en.title}. {en.lead}
          </p>
          {error.digest && (
            <p className="mt-6">
              {vi.reference} ({en.reference}): <strong>{error.digest}</strong>
            </p>
          )}
          <p className="mt-6">
            <a href="/">{vi.home}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
