// Which grant pays how much of which line: each once, never more than the line, never more than its cap (Decree 338/2025, Art. 30).
import type { Grant } from "@/domain/support/schema";
import type { CashLine, CashFlow } from "./shape";

type Unknown = CashFlow["unknown"][number];

/** Official fees are read from a sheet only where the office itself is paid: what an agency asks for a passport is its own price. */
const offices = new Set(["state", "embassy"]);

const restOf = (line: CashLine): bigint | null => line.workerDong;

/** Takes the grants off the lines; a cap is shared by the lines of its component and used up once. */
export function withGrants(
  lines: readonly CashLine[],
  grants: readonly Grant[],
): { lines: CashLine[]; unknown: Unknown[] } {
  const unknown: Unknown[] = [];
  let result = [...lines];
  for (const grant of grants.filter(({ kind }) => kind !== "allowance")) {
    let left = grant.capDong;
    result = result.map((line) => {
      const rest = restOf(line);
      const concerned = line.payer === "worker" && !line.heldAlready && grant.covers.includes(line.code);
      if (!concerned || rest === 0n || grant.applies === "no") return line;
      if (grant.applies === "unknown") {
        unknown.push({ name: "grant", position: null });
        return line;
      }
      if (rest === null) return line;
      if (grant.kind === "official_fee" && !offices.has(line.payee)) {
        unknown.push({ name: "official_fee", position: line.position });
        return line;
      }
      // Without a cap an official fee is paid whole; anything else without a cap is not known.
      const most = left ?? (grant.kind === "official_fee" ? rest : 0n);
      const dong = most < rest ? most : rest;
      if (dong <= 0n) return line;
      if (left !== null) left -= dong;
      return { ...line, granted: [...line.granted, { rule: grant.rule, dong }], workerDong: rest - dong };
    });
  }
  return { lines: result, unknown };
}
