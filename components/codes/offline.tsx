"use client";
// Has the browser keep the page of codes for when there is no connection (public/sw.js), with the files it is made of, and says so.
import { useEffect, useState } from "react";

async function keep(page: string): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  await navigator.serviceWorker.register("/sw.js", { scope: page });
  const { active } = await navigator.serviceWorker.ready;
  if (!active) return false;
  const files = performance.getEntriesByType("resource").map(({ name }) => name);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }) => resolve(data === true), { once: true });
    port1.start();
    active.postMessage({ page, files }, [port2]);
  });
}

export function KeepForOffline({ page, kept }: { page: string; kept: string }) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    // Without a worker, or without a connection, nothing is kept anew and nothing is said.
    keep(page).then(setDone, () => {});
  }, [page]);
  return done ? (
    <p role="status" className="text-small text-muted">
      {kept}
    </p>
  ) : null;
}
