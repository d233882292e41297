/** Browsers say where a form comes from; one that another site made is not taken. Older ones name only the origin, the oldest nothing. */
export function isFromElsewhere({ headers }: Pick<Request, "headers">): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site !== "same-origin" && site !== "none";
  const origin = headers.get("origin");
  return origin !== null && !(URL.canParse(origin) && new URL(origin).host === headers.get("host"));
}
