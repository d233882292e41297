"use client";

import { useEffect, useState } from "react";

type Found = {
  reference: string;
  links: Record<string, string>;
  occupationNameVi: string;
  occupationNameEn: string;
  region: string | null;
};

/** A pause in typing that means "look now". */
const pause = 150;
const fewest = 2;

/** Under the search box while typing; without scripts the box is a plain form and nothing is missing. */
export function Suggestions({ box, locale, label }: { box: string; locale: string; label: string }) {
  const [found, setFound] = useState<readonly Found[]>([]);
  useEffect(() => {
    const input = document.getElementById(box) as HTMLInputElement | null;
    const area = input?.parentElement?.parentElement;
    if (!input || !area) return;
    const stop = new AbortController();
    const { signal } = stop;
    let asked = new AbortController();
    let timer = 0;
    const look = async () => {
      asked = new AbortController();
      const query = new URLSearchParams({ q: input.value.slice(0, 200), pageSize: "5" });
      try {
        const answer = await fetch(`/api/v1/orders?${query}`, { signal: asked.signal });
        if (answer.ok) setFound(((await answer.json()) as { orders: Found[] }).orders);
      } catch {
        // Typed on, or no network: the form still answers.
      }
    };
    const typed = () => {
      clearTimeout(timer);
      asked.abort();
      if (input.value.trim().length < fewest) setFound([]);
      else timer = window.setTimeout(look, pause);
    };
    const left = (event: FocusEvent) => area.contains(event.relatedTarget as Node | null) || setFound([]);
    input.addEventListener("input", typed, { signal });
    area.addEventListener("focusout", left, { signal });
    area.addEventListener("keydown", (event) => event.key === "Escape" && setFound([]), { signal });
    return () => {
      clearTimeout(timer);
      asked.abort();
      stop.abort();
    };
  }, [box]);
  if (found.length === 0) return null;
  return (
    <ul
      aria-label={label}
      className="absolute inset-x-0 top-full z-10 mt-1 rounded-box border border-edge bg-surface px-3 shadow-float"
    >
      {found.map((order) => (
        <li key={order.reference} className="border-b border-line last:border-0">
          <a
            href={new URL(order.links[locale] ?? "", location.href).pathname}
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-3"
          >
            {locale === "en" ? order.occupationNameEn : order.occupationNameVi}
            {order.region && ` · ${order.region}`}
            <span className="figures text-small text-muted">{order.reference}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
