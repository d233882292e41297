// The bench's figures as people read them, each beside its limit and its target.

const ms = (value) => (value === null || value === undefined ? "–" : value < 10 ? value.toFixed(2) : value.toFixed(1));
const kb = (bytes) => (bytes / 1_000).toFixed(1);
const pad = (cells, widths) =>
  cells.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))).join("  ");

export function table(head, rows) {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => String(row[i]).length)));
  return [
    pad(head, widths),
    widths.map((width) => "-".repeat(width)).join("  "),
    ...rows.map((row) => pad(row, widths)),
  ].join("\n");
}

const titles = {
  rawSearch: "raw Meilisearch (limit)",
  constantPage: "constant page (limit)",
  apiSearch: "API search",
  searchPage: "search page",
  orderPage: "order page",
  checkPage: "check page",
};

/** Targets of the project, with what was measured. */
export function targetsOf({ size, load, freshness, weights }) {
  const targets = [];
  const add = (name, target, measured, met) => targets.push({ orders: size, name, target, measured, met });
  const at = (name, clients) => load[name]?.find((one) => one.clients === clients);
  for (const { clients } of load.apiSearch ?? []) {
    const limit = 1.5 * at("rawSearch", clients).p50 + 3;
    const { p50 } = at("apiSearch", clients);
    add(`API search p50, ${clients} clients`, `≤ ${ms(limit)} ms (1.5 × raw + 3)`, `${ms(p50)} ms`, p50 <= limit);
  }
  for (const name of ["searchPage", "orderPage", "checkPage"])
    for (const { clients, perSecond } of load[name] ?? []) {
      const limit = at("constantPage", clients).perSecond;
      add(
        `${titles[name]} throughput, ${clients} clients`,
        `≥ 0.5 × ${limit.toFixed(0)}/s`,
        `${perSecond.toFixed(0)}/s = ${(perSecond / limit).toFixed(2)} ×`,
        perSecond >= 0.5 * limit,
      );
    }
  if (freshness)
    add(
      "change to searchable, p95",
      "≤ 1000 ms",
      `${ms(freshness.p95)} ms`,
      freshness.p95 <= 1_000 && freshness.lost === 0,
    );
  if (weights) {
    const limit = 1.25 * weights.empty.js;
    for (const [name, { js }] of Object.entries(weights))
      if (name !== "empty")
        add(`JavaScript of ${name}`, `≤ ${kb(limit)} kB (1.25 × empty)`, `${kb(js)} kB`, js <= limit);
    add("first load of the search page", "≤ 300 kB", `${kb(weights.search.total)} kB`, weights.search.total <= 300_000);
  }
  return targets;
}

export function printSize(result) {
  const { size, fill, imports, reindex, load, changing, anew, freshness, weights } = result;
  console.log(
    `\n${size} orders: filled at ${fill.perSecond.toFixed(0)} orders/s; indexed at ${reindex.perSecond.toFixed(0)} documents/s (${reindex.seconds.toFixed(1)} s); order import ${imports.orderRowsPerSecond.toFixed(0)} rows/s new, ${imports.sameOrderRowsPerSecond.toFixed(0)} rows/s unchanged; register import ${imports.registerRowsPerSecond.toFixed(0)} rows/s`,
  );
  const all = [
    ...Object.entries(load).map(([name, runs]) => [titles[name], runs]),
    ...Object.entries(changing).map(([name, runs]) => [`${titles[name]}, a change each second`, runs]),
    ...Object.entries(anew).map(([name, runs]) => [`${titles[name]}, each made anew`, runs]),
  ];
  const rows = all.flatMap(([title, runs]) =>
    runs.map((run) => [title, run.clients, ms(run.p50), ms(run.p95), ms(run.p99), run.perSecond.toFixed(0), run.wrong]),
  );
  console.log(table(["asked", "clients", "p50 ms", "p95 ms", "p99 ms", "per second", "failed"], rows));
  if (freshness)
    console.log(
      `Change to searchable, ${freshness.count} changes: p50 ${ms(freshness.p50)} ms, p95 ${ms(freshness.p95)} ms, not found ${freshness.lost}`,
    );
  if (!weights) return;
  const weighed = Object.entries(weights).map(([name, w]) => [
    name,
    kb(w.html),
    kb(w.js),
    kb(w.css),
    kb(w.fonts),
    kb(w.images + w.other),
    kb(w.total),
  ]);
  console.log(table(["first load, kB compressed", "html", "js", "css", "fonts", "other", "total"], weighed));
}

export function printTargets(targets) {
  console.log(
    `\n${table(
      ["target", "orders", "wanted", "measured", "met"],
      targets.map(({ name, orders, target, measured, met }) => [name, orders, target, measured, met ? "yes" : "NO"]),
    )}`,
  );
}
