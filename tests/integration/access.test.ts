// G2: by every role and every foreign scope, every command refuses and every query finds nothing.
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, systemActor, visitor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { Refusal } from "@/domain/kernel/refusal";
import { partyFor } from "@/domain/payments/access";
import { enterPayment, openBook } from "@/domain/payments/commands";
import { bookOf } from "@/domain/payments/queries";
import { db } from "@/platform/db";
import { aStaffMember, anOffice } from "@/tests/builders/account";
import { anOrderToSell } from "@/tests/builders/order-in-database";
import { type CastName, type Line, type Theirs, castNames, complete, exempt, table, unguarded } from "./access-table";

const tester = systemActor("test");
let theirs: Theirs;
let ownBook = "";

beforeAll(async () => {
  const [mine, other] = [await anOrderToSell(), await anOrderToSell()];
  ownBook = (await openBook(tester, { orderReference: mine.reference, signedOn: day("2026-11-02") })).id;
  const book = await openBook(tester, { orderReference: other.reference, signedOn: day("2026-11-02") });
  const worker = partyFor(book.id, "worker");
  const { number } = await enterPayment(worker, {
    ...{
      kind: "paid",
      component: "passport",
      amountMinor: 1n,
      currency: "VND",
      paidOn: day("2026-11-10"),
      payee: "agency",
    },
    ...{ submission: randomUUID(), again: false, note: null },
  } as never);
  const owner = await aStaffMember({ agencyId: other.agencyId });
  const order = await db.jobOrder.findUniqueOrThrow({ where: { id: other.id }, select: { contract: true } });
  const entry = (await bookOf(worker))?.facts.receipts[0]?.entries[0];
  theirs = {
    ...{ agencyId: other.agencyId, orderId: other.id, orderReference: other.reference },
    ...{ contractId: order.contract?.id ?? "", contractReference: order.contract?.reference ?? "" },
    ...{
      bookReference: book.reference,
      receiptNumber: number,
      entryId: (entry as { id?: string })?.id ?? randomUUID(),
    },
    ...{ userId: owner.userId, signInId: owner.signInId, membershipId: owner.membershipId ?? "" },
    officeId: (await anOffice({ level: "commune", province: "01", commune: "00004" })).id,
  };
});

/** Somebody of each role whose scope is her own: another agency, another province. */
function cast(given: { province?: string; commune?: string } = {}): Record<CastName, Actor> {
  const { province = "40", commune = "17329" } = given;
  const who = { id: randomUUID(), name: "Người ngoài" };
  const staff = { ...who, kind: "agency_staff", agencyId: randomUUID() } as const;
  const officer = { ...who, kind: "officer", officeId: randomUUID() } as const;
  const body = { ...who, officeId: randomUUID(), province };
  return {
    ...{ visitor, person: { ...who, kind: "person" }, operator: { ...who, kind: "operator" }, system: tester },
    owner: { ...staff, role: "owner", branchId: null },
    recruiter: { ...staff, role: "recruiter", branchId: null },
    branch: { ...staff, role: "branch_recruiter", branchId: randomUUID() },
    ministry: { ...officer, level: "ministry", province: null, commune: null },
    province: { ...officer, level: "province", province, commune: null },
    commune: { ...officer, level: "commune", province, commune },
    centre: { ...body, kind: "centre_clerk" },
    training: { ...body, kind: "training_staff" },
    bank: { ...body, kind: "bank_clerk" },
    auditor: { ...body, kind: "auditor", province: null },
    party: partyFor(ownBook, "worker"),
  };
}

const isNothing = (answer: unknown): boolean =>
  answer === null || answer === undefined || answer === 0 || (Array.isArray(answer) && answer.length === 0);

/** What came of it: nothing, or what somebody should not have got. */
async function got(line: Line, actor: Actor): Promise<unknown> {
  try {
    const answer = await line.call(actor, theirs);
    return isNothing(answer) ? null : answer;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
const state = async () => ({
  ...{
    journal: await db.journalEntry.count(),
    outbox: await db.outboxEvent.count(),
    letters: await db.oneTimeSecret.count(),
  },
  ...{ signIns: await db.signIn.count({ where: { endedAt: null } }), orders: await db.jobOrder.count() },
  memberships: await db.membership.count({ where: { endedAt: null } }),
});
const guarded = table.filter(({ name }) => !unguarded.includes(name));
const pairs = guarded.flatMap((line) =>
  castNames.filter((name) => !line.may.includes(name)).map((name) => ({ line, name })),
);

describe("what is not hers", () => {
  test.each(castNames)("%s gets nothing of it and changes nothing", async (name) => {
    const before = await state();
    for (const { line } of pairs.filter((pair) => pair.name === name))
      expect(await got(line, cast()[name]), `${name}: ${line.name}`).toBeNull();
    expect(await state()).toEqual(before);
  });

  test("it exists all the same: whoever it belongs to, and the ministry, find it", async () => {
    const find = (name: string) => table.find((line) => line.name === name) as Line;
    const own = { ...cast().owner, agencyId: theirs.agencyId } as Actor;
    expect(await got(find("orders.contractFor"), own)).toMatchObject({ reference: theirs.contractReference });
    expect(await got(find("orders.contractFor"), cast().ministry)).not.toBeNull();
    expect(await got(find("accounts.membersOf"), own)).toHaveLength(1);
    expect(await got(find("payments.bookOf"), cast().party)).not.toBeNull();
  });

  test("a thousand generated requests across scopes return nothing", async () => {
    const before = await state();
    const asked = fc.record({
      pair: fc.constantFrom(...pairs),
      province: fc.constantFrom("38", "40", "42", "79", "92", "0", "", "01 "),
      commune: fc.constantFrom("17329", "00004 ", "", "1"),
    });
    let count = 0;
    await fc.assert(
      fc.asyncProperty(asked, async ({ pair, ...place }) => {
        count += 1;
        expect(await got(pair.line, cast(place)[pair.name]), `${pair.name}: ${pair.line.name}`).toBeNull();
      }),
      { numRuns: 1_000 },
    );
    expect(count).toBe(1_000);
    expect(await state()).toEqual(before);
  });
});

describe("the table", () => {
  const root = fileURLToPath(new URL("../../domain/", import.meta.url));
  /** Exported commands and queries whose parameters name an actor, also those a door hands on from another file. */
  const asking = (context: string): string[] =>
    ["commands", "queries"].flatMap((door) => {
      const file = join(root, context, `${door}.ts`);
      if (!existsSync(file)) return [];
      const source = readFileSync(file, "utf8");
      const own = [...source.matchAll(/export (?:async )?(?:function|const) (\w+)/g)].map((m) => [m[1] ?? "", file]);
      const handedOn = [...source.matchAll(/export \{([^}]*)\}(?: from "([^"]+)")?/g)].flatMap((m) =>
        (m[1] ?? "")
          .split(",")
          .map((name) => name.trim())
          .filter((name) => name && !name.startsWith("type "))
          .map((name) => [name, m[2] ? join(root, context, `${m[2]}.ts`) : file]),
      );
      return [...own, ...handedOn].flatMap(([name = "", from = ""]) => {
        if (!existsSync(from)) return [];
        const found = new RegExp(`(?:function|const) ${name}\\b[^(]*\\(([^)]*?)\\)`, "s").exec(
          readFileSync(from, "utf8"),
        );
        return /:\s*(Actor|Party|Officer|AgencyStaff|BodyStaff|Person|Operator)\b/.test(found?.[1] ?? "")
          ? [`${context}.${name}`]
          : [];
      });
    });

  test.each(complete)("names every command and query of %s that takes an actor", (context) => {
    const named = new Set([...table.map(({ name }) => name), ...exempt]);
    expect(asking(context).length).toBeGreaterThan(5);
    expect(asking(context).filter((name) => !named.has(name))).toEqual([]);
  });
});
