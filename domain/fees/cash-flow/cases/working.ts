// Reads the arithmetic of a case: + - * / ( ) and %, thousands with commas, round, floor, ceil. Nothing of the engine is in it.

const pieces = /\s*(\d[\d,]*(?:\.\d+)?|round|floor|ceil|[-+*/()%])/y;

function piecesOf(text: string): string[] {
  const found: string[] = [];
  pieces.lastIndex = 0;
  while (pieces.lastIndex < text.trimEnd().length) {
    const match = pieces.exec(text);
    if (!match?.[1]) throw new SyntaxError(`cannot read: ${text}`);
    found.push(match[1]);
  }
  return found;
}

/** What an expression comes to. */
export function valueOf(text: string): number {
  const rest = piecesOf(text);
  const take = (...wanted: string[]): string | null =>
    rest[0] !== undefined && wanted.includes(rest[0]) ? (rest.shift() ?? null) : null;
  const inside = (): number => {
    take("(");
    const value = sum();
    if (!take(")")) throw new SyntaxError(`not closed: ${text}`);
    return value;
  };
  const rounded: Readonly<Record<string, (value: number) => number>> = {
    // Half up, and blind to the last bits of a fraction: 1,035,457.5 may arrive as …7.4999999999.
    round: (value) => Math.floor(value + 0.5 + 1e-7),
    floor: (value) => Math.floor(value + 1e-7),
    ceil: (value) => Math.ceil(value - 1e-7),
  };
  const one = (): number => {
    const name = take("round", "floor", "ceil");
    const value = name ? (rounded[name]?.(inside()) ?? 0) : rest[0] === "(" ? inside() : number();
    return take("%") ? value / 100 : value;
  };
  const number = (): number => Number((rest.shift() ?? "").replaceAll(",", ""));
  const product = (): number => {
    let value = one();
    for (let sign = take("*", "/"); sign; sign = take("*", "/")) value = sign === "*" ? value * one() : value / one();
    return value;
  };
  const sum = (): number => {
    let value = product();
    for (let sign = take("+", "-"); sign; sign = take("+", "-"))
      value = sign === "+" ? value + product() : value - product();
    return value;
  };
  const value = sum();
  if (rest.length > 0) throw new SyntaxError(`left over in: ${text}`);
  return value;
}
