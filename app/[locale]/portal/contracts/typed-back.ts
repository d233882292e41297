// A refused form of a contract as it was typed, for drawing it again.
import type { Outcome } from "@/app/_http/form";
import { cleanTyped } from "@/domain/orders/rules";
import { type TypedContract, contractFields, mostRows, rowFields } from "@/domain/orders/schema";

export function typedBack({ typed }: Outcome): TypedContract {
  const rows = Array.from({ length: mostRows }, (_, at) => rowFields.map((field) => `row.${at}.${field}`)).flat();
  const said = Object.fromEntries([...contractFields, ...rows, "rows"].map((name) => [name, typed(name)]));
  for (const name of ["validFrom", "validTo"]) {
    const parts = ["day", "month", "year"].map((part) => typed(`${name}-${part}`) ?? "");
    if (parts.some(Boolean)) said[name] = parts.join("/");
  }
  return cleanTyped(said);
}
