// What people and machines put into an address, made fit to be shown again and to be asked of the database.

type Params = Record<string, string | string[] | undefined>;

/** One value of a parameter, the first where it is repeated. */
export const oneOf = (params: Params, name: string): string => {
  const value = params[name];
  return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
};

/** One line without control, direction or half characters, at most `length` characters. */
export const cleanText = (text: string, length = 300): string =>
  Array.from(
    text
      .slice(0, length * 4)
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
  )
    .slice(0, length)
    .join("")
    .trim();
