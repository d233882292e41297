// What people and machines put into an address.

type Params = Record<string, string | string[] | undefined>;

/** One value of a parameter, the first where it is repeated. */
export const oneOf = (params: Params, name: string): string => {
  const value = params[name];
  return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
};
