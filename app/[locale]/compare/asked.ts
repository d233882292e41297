// Which orders a comparison is asked about.

export const most = 4;

/** References asked for, each once, as the site writes them; and what is no reference at all. */
export function askedOf(value: string | string[] | undefined): { references: string[]; strange: string[] } {
  const given = [value ?? []]
    .flat()
    .slice(0, 40)
    .flatMap((text) => text.slice(0, 400).split(/[\s,;]+/))
    .filter((text) => text !== "");
  const upper = [...new Set(given.map((text) => text.toUpperCase()))];
  const isReference = (text: string) => /^[A-Z]{2}-\d{1,12}$/.test(text);
  return {
    references: upper.filter(isReference),
    strange: upper.filter((text) => !isReference(text)).map((text) => text.slice(0, 20)),
  };
}
