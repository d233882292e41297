"use client";
// The check of codes where there is no connection: the browser keeps this page and the list of keys (public/sw.js) and looks itself. With a
// connection the server answers, and this says nothing but that the page is kept.
import { useEffect, useState } from "react";
import { type KeyList, type OfflineVerdict, checkOffline } from "./check";
import { codeIn } from "./read";

/** Sentences of the page's language; {id}, {day} and {age} stand for what is found. */
export type OfflineWords = Record<
  OfflineVerdict["verdict"] | "kept" | "away" | "noKeys" | "type" | "current" | "age",
  string
>;
type Found = { state: "kept" | "noKeys" | "type" } | { state: "checked"; verdict: OfflineVerdict; keptAt: string };

const keysAddress = "/.well-known/signing-keys.json";
const looks: Record<OfflineVerdict["verdict"], string> = {
  genuine: "border-good bg-good-wash",
  forged: "border-danger bg-danger-wash",
  unknownKey: "border-caution bg-caution-wash",
  unable: "border-caution bg-caution-wash",
};

/** Asks the worker to keep this page as it is without a question, with the files it is made of. */
async function keep(page: string): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  await navigator.serviceWorker.register("/sw.js", { scope: page });
  const { active } = await navigator.serviceWorker.ready;
  const files = performance.getEntriesByType("resource").map(({ name }) => name);
  if (!active) return false;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }) => resolve(data === true), { once: true });
    port1.start();
    active.postMessage({ page, files }, [port2]);
  });
}

async function look(page: string): Promise<Found | null> {
  const answer = await fetch(keysAddress).catch(() => null);
  const keptAt = answer?.headers.get("x-kept-at");
  if (answer?.ok && !keptAt) return (await keep(page)) ? { state: "kept" } : null;
  if (!answer?.ok || !keptAt) return { state: "noKeys" };
  const { pathname, searchParams } = new URL(location.href);
  const code = codeIn(searchParams.get("code") ?? pathname.slice(page.length + 1));
  if (!code) return { state: "type" };
  const list = (await answer.json()) as KeyList;
  const verdict: OfflineVerdict = globalThis.crypto?.subtle
    ? await checkOffline(code, list, crypto.subtle)
    : { verdict: "unable" };
  return { state: "checked", verdict, keptAt };
}

export function OfflineCodes({ page, locale, words }: { page: string; locale: string; words: OfflineWords }) {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let gone = false;
    look(page).then(
      (one) => void (gone || setFound(one)),
      () => {},
    );
    return () => void (gone = true);
  }, [page]);
  if (!found) return null;
  if (found.state === "kept") return <p className="text-small text-muted">{words.kept}</p>;
  if (found.state !== "checked") return <p role="status">{`${words.away} ${words[found.state]}`}</p>;
  const { verdict, keptAt } = found;
  const day = (text: string) => new Date(text).toLocaleDateString(locale, { timeZone: "Asia/Ho_Chi_Minh" });
  const told = verdict.verdict === "genuine" ? { id: verdict.id, day: day(verdict.day) } : { id: "", day: "" };
  const sentence = words[verdict.verdict].replace("{id}", told.id).replace("{day}", told.day);
  return (
    <div role="status" className={`border-l-8 px-4 py-4 sm:px-6 ${looks[verdict.verdict]}`}>
      <p className="text-subheading font-bold">{sentence}</p>
      {verdict.verdict === "genuine" && <p>{words.current}</p>}
      <p className="text-small">{`${words.away} ${words.age.replace("{age}", day(keptAt))}`}</p>
    </div>
  );
}
