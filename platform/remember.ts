// An answer kept for some seconds, asked for once however many want it: for figures that may be a few seconds old, never for whether
// something may be shown.
export function remember<T>(seconds: number, load: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  let until = 0;
  return () => {
    if (kept && performance.now() < until) return kept;
    until = performance.now() + seconds * 1000;
    kept = load();
    kept.catch(() => {
      kept = null;
    });
    return kept;
  };
}
