// Accounts on real Postgres.
import { describe, expect, test } from "vitest";
import { aPerson, aStaffMember, anOfficer } from "@/tests/builders/account";
import { anOrderToSell } from "@/tests/builders/order-in-database";

describe("people", () => {
  test("an officer, an owner and a person for herself are who they were made", async () => {
    const { agencyId } = await anOrderToSell();
    expect((await anOfficer()).actor).toMatchObject({ kind: "officer", level: "ministry" });
    expect((await aStaffMember({ agencyId })).actor).toMatchObject({ kind: "agency_staff", agencyId, role: "owner" });
    expect((await aPerson()).actor).toMatchObject({ kind: "person" });
  });
});
