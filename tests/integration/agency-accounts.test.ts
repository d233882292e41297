// Asking to act for an agency: proof, an officer of the right place, an answer with reasons, and an account that works from the next request on.
import { describe, expect, test } from "vitest";
import { signedInAs } from "@/domain/accounts/queries";
import type { Actor } from "@/domain/kernel/actor";
import { systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import {
  approveRequest,
  askForAccount,
  mendRequest,
  recordAgency,
  refuseRequest,
  returnRequest,
  withdrawRequest,
} from "@/domain/licences/commands";
import { requestFile, requestFor, requestsOf, requestsWaitingFor } from "@/domain/licences/queries";
import { db } from "@/platform/db";
import { aPerson, aStaffMember, anOfficer } from "@/tests/builders/account";

const tester = systemActor("test");
const refused = (condition: string) => expect.objectContaining({ context: "requests", condition });
const proof = () => [
  {
    ...{ content: Buffer.from("%PDF-1.7\n1 0 obj (giay uy quyen)\n%%EOF\n"), saidName: "uy-quyen.pdf" },
    purpose: "authority" as const,
  },
];
const said = { contactName: "Phạm Thị Người", position: "Phó giám đốc", phone: "0912 345 678" };
let made = 0;
async function anAgency(provinceId = "01"): Promise<string> {
  made += 1;
  const { id } = await recordAgency(tester, {
    ...{ nameVi: `Công ty Xin Quyền ${made}`, provinceId, source: "kiểm thử", verified: true, asOf: day("2026-11-01") },
    licence: { number: `${8600 + made}/LĐTBXH-GP`, issuedOn: day("2015-01-05") },
  });
  return id;
}
const ministry: Actor = (await anOfficer()).actor;
const hanoi: Actor = (await anOfficer({ level: "province", province: "01" })).actor;
const elsewhere: Actor = (await anOfficer({ level: "province", province: "40" })).actor;
const commune: Actor = (await anOfficer({ level: "commune", province: "01", commune: "00004" })).actor;

async function asked(agencyId?: string) {
  const person = await aPerson();
  const of = agencyId ?? (await anAgency());
  const { id, reference } = await askForAccount(person.actor, { ...said, agencyId: of, proof: proof() });
  return { id, reference, person, agencyId: of };
}

test("approved by the province of the head office, she owns the account from her next request on", async () => {
  const { id, person, agencyId } = await asked();
  expect((await requestsWaitingFor(hanoi)).some((one) => one.id === id)).toBe(true);
  await approveRequest(hanoi, { id, version: 1 });
  const known = await signedInAs(person.signInId);
  // Until she has set up a second step she is still a private person.
  expect(known).toMatchObject({ membership: { role: "agency_owner", agencyId }, waitsFor: "second_step_set_up" });
  expect(await requestsOf(person.actor)).toMatchObject([{ status: "approved" }]);
  await expect(askForAccount(person.actor, { ...said, agencyId, proof: proof() })).rejects.toEqual(
    refused("notOwnerAlready"),
  );
});

test("sent back field by field, mended, sent again: the clock of the queue begins anew and old words are gone", async () => {
  const { id, person } = await asked();
  await returnRequest(ministry, { id, version: 1, remarks: { position: "Ghi đúng chức danh", file: "Mờ", evil: "x" } });
  expect(await requestFor(person.actor, id)).toMatchObject({
    status: "returned",
    remarks: { position: "Ghi đúng chức danh", file: "Mờ" },
    beside: null,
  });
  expect((await requestsWaitingFor(ministry)).some((one) => one.id === id)).toBe(false);
  await mendRequest(person.actor, { ...said, position: "Giám đốc", id, version: 2, proof: proof() });
  const again = await requestFor(ministry, id);
  expect(again).toMatchObject({ status: "sent", position: "Giám đốc", remarks: {}, version: 3 });
  expect(again?.files).toHaveLength(1);
  await expect(approveRequest(ministry, { id, version: 1 })).rejects.toEqual(refused("unchanged"));
  await approveRequest(ministry, { id, version: 3 });
});

describe("refused", () => {
  test("without proof, with a telephone that is none, for a firm that does not exist", async () => {
    const { actor } = await aPerson();
    const agencyId = await anAgency();
    await expect(askForAccount(actor, { ...said, agencyId, proof: [] })).rejects.toEqual(refused("proofGiven"));
    await expect(askForAccount(actor, { ...said, phone: "abc", agencyId, proof: proof() })).rejects.toEqual(
      refused("phoneReadable"),
    );
    for (const wrong of ["nope", "00000000-0000-7000-8000-000000000000"])
      await expect(askForAccount(actor, { ...said, agencyId: wrong, proof: proof() })).rejects.toEqual(
        refused("agencyKnown"),
      );
  });

  test("a second time while the first waits, also when ten buttons are pressed at once", async () => {
    const { actor } = await aPerson();
    const agencyId = await anAgency();
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => askForAccount(actor, { ...said, agencyId, proof: proof() })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.accountRequest.count({ where: { agencyId } })).toBe(1);
  });

  test("a file that lies about what it is leaves nothing behind", async () => {
    const { actor } = await aPerson();
    const agencyId = await anAgency();
    const lying = [{ content: Buffer.from("MZ\u0000\u0000"), saidName: "uy-quyen.pdf", purpose: "authority" as const }];
    await expect(askForAccount(actor, { ...said, agencyId, proof: lying })).rejects.toThrow("files.");
    expect(await db.accountRequest.count({ where: { agencyId } })).toBe(0);
  });

  test("by another province, a commune, an agency's owner, or the one who asks herself", async () => {
    const { id, agencyId, person } = await asked();
    const { actor: owner } = await aStaffMember({ agencyId });
    await expect(approveRequest(elsewhere, { id, version: 1 })).rejects.toEqual(refused("known"));
    for (const actor of [commune, owner, person.actor] as Actor[])
      await expect(approveRequest(actor, { id, version: 1 })).rejects.toEqual(refused("mayDecideRequests"));
    const herself = { ...ministry, id: person.userId } as Actor;
    await expect(approveRequest(herself, { id, version: 1 })).rejects.toEqual(refused("notHerOwn"));
    expect((await db.accountRequest.findUniqueOrThrow({ where: { id } })).status).toBe("sent");
  });

  test("for good, with a reason; then she may ask anew, and the officer sees that there was one before", async () => {
    const { id, person, agencyId } = await asked();
    await expect(refuseRequest(ministry, { id, version: 1, reason: " " })).rejects.toEqual(refused("remarked"));
    await refuseRequest(ministry, { id, version: 1, reason: "Doanh nghiệp không cử người này" });
    await expect(mendRequest(person.actor, { ...said, id, version: 2, proof: [] })).rejects.toEqual(
      refused("moveAllowed"),
    );
    const { id: second } = await askForAccount(person.actor, { ...said, agencyId, proof: proof() });
    expect((await requestFor(ministry, second))?.beside).toMatchObject({ earlier: 1, owners: 0 });
  });
});

test("nobody reads another's request or its proof: not another person, not another province, by no invented id", async () => {
  const { id, person } = await asked();
  const { actor: other } = await aPerson();
  const [file] = (await requestFor(person.actor, id))?.files ?? [];
  const fileId = file?.id ?? "";
  for (const actor of [other, elsewhere, commune, { kind: "visitor", id: "visitor", name: "" } as Actor]) {
    expect(await requestFor(actor, id)).toBeNull();
    expect(await requestFile(actor, id, fileId)).toBeNull();
  }
  expect((await requestFile(person.actor, id, fileId))?.type).toBe("application/pdf");
  expect((await requestFile(hanoi, id, fileId))?.type).toBe("application/pdf");
  expect(await requestFile(hanoi, "' OR 1=1", fileId)).toBeNull();
  await expect(withdrawRequest(other, { id, version: 1 })).rejects.toEqual(refused("known"));
  await withdrawRequest(person.actor, { id, version: 1 });
});

test("the queue stands oldest first and holds one's own place only", async () => {
  const [first, second, away] = [await asked(), await asked(), await asked(await anAgency("40"))];
  const ids = (await requestsWaitingFor(hanoi)).map(({ id }) => id);
  expect(ids.indexOf(first.id)).toBeLessThan(ids.indexOf(second.id));
  expect(ids).not.toContain(away.id);
  expect((await requestsWaitingFor(elsewhere)).map(({ id }) => id)).toEqual([away.id]);
  expect(await requestsWaitingFor(commune)).toEqual([]);
});

test("the journal says that there was a request, and no name or number of the person", async () => {
  const { id } = await asked();
  const entries = await db.journalEntry.findMany({ where: { subjectId: id } });
  const text = JSON.stringify(entries.map(({ before, after }) => [before, after]));
  expect(text).not.toContain("Phạm Thị Người");
  expect(text).not.toContain("912345678");
  expect(entries[0]?.personalFields).toContain("phone");
});
