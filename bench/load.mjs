// Clients that ask one after another as fast as they are answered, and how long each answer took, to the hundredth of a millisecond.
import autocannon from "autocannon";

export const percentile = (sorted, share) =>
  sorted.length === 0 ? null : sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
export const figures = (times) => {
  const sorted = Float64Array.from(times).sort();
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), p99: percentile(sorted, 0.99) };
};

function run({ base, requests, clients, seconds }) {
  return new Promise((resolve, reject) => {
    const times = [];
    let wrong = 0;
    const started = performance.now();
    const instance = autocannon(
      { url: base, connections: clients, duration: seconds, requests, timeout: 30 },
      (error, result) => {
        if (error) return reject(error);
        const took = (performance.now() - started) / 1_000;
        resolve({
          clients,
          ...figures(times),
          perSecond: times.length / Math.min(took, result.duration || took),
          answers: times.length,
          wrong: wrong + result.errors,
        });
      },
    );
    instance.on("response", (_client, status, _bytes, ms) => {
      times.push(ms);
      if (status !== 200) wrong += 1;
    });
  });
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Answers nobody waits for any more still keep the server busy: the next run begins when one request is quick again. */
async function settle({ base, requests }) {
  const [{ method, path, headers, body }] = requests;
  let quick = 0;
  const until = performance.now() + 30_000;
  let best = Number.POSITIVE_INFINITY;
  while (quick < 3 && performance.now() < until) {
    const from = performance.now();
    await (await fetch(base + path, { method, headers, body })).arrayBuffer();
    const took = performance.now() - from;
    best = Math.min(best, took);
    quick = took < best * 2 + 5 ? quick + 1 : 0;
    await sleep(100);
  }
}

/** A short run first, so that nothing is compiled while measured. */
export async function measure({ base, requests, clients, seconds }) {
  await run({ base, requests, clients: 4, seconds: Math.min(2, seconds) });
  const results = [];
  for (const count of clients) {
    await settle({ base, requests });
    results.push(await run({ base, requests, clients: count, seconds }));
  }
  return results;
}
