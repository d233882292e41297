// Chance that repeats: the same seed makes the same demo, apart from the day it is made on.

export type Chance = {
  /** From 0 up to, but not including, 1. */
  next: () => number;
  whole: (from: number, to: number) => number;
  /** A multiple of `step` between the two. */
  step: (from: number, to: number, step: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** A few of a list, in its order. */
  some: <T>(list: readonly T[], count: number) => T[];
  happens: (share: number) => boolean;
};

/** Mulberry32 (public domain, T. Ettinger): 32 bits of state are plenty for invented data. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    step: (from, to, size) => from + whole(0, Math.floor((to - from) / size)) * size,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    some: (list, count) => {
      const kept = new Set<number>();
      while (kept.size < Math.min(count, list.length)) kept.add(whole(0, list.length - 1));
      return list.filter((_, index) => kept.has(index));
    },
    happens: (share) => next() < share,
  };
}

/** Picks an index in proportion to its weight. */
export function weighted(weights: readonly number[]): (chance: Chance) => number {
  const sums: number[] = [];
  let total = 0;
  for (const weight of weights) sums.push((total += weight));
  return (chance) => {
    const at = chance.next() * total;
    const found = sums.findIndex((sum) => at < sum);
    return found < 0 ? sums.length - 1 : found;
  };
}
