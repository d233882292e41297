// Who may do what (features G2): every exported command and query that takes an actor, called in the name of every role with something that is
// not that role's. Add a line for each new one; access.test.ts says which are missing.
import { randomUUID } from "node:crypto";
import {
  addDemoPerson,
  addOffice,
  addOfficer,
  beginSecondStep,
  changePassword,
  chooseMembership,
  confirmSecondStep,
  endMembership,
  endOtherSignIns,
  endSignIn,
  forgetOld,
  inviteStaff,
  removeSecondStep,
} from "@/domain/accounts/commands";
import { accountOf, membersOf, officesFor, secondStepSetUp, signInsOf } from "@/domain/accounts/queries";
import type { Actor, Party } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import {
  correctFact,
  importRegister,
  recordAgency,
  recordDecision,
  recordWarning,
  withdrawFact,
} from "@/domain/licences/commands";
import {
  approveContract,
  changeContract,
  closeContract,
  closeOrder,
  confirmPlaces,
  enterTrigrams,
  importOrders,
  judgeOrders,
  publishOrder,
  recordContract,
  recordContracts,
  recordOrders,
  repeatOrders,
  returnContract,
  saveContract,
  submitContract,
} from "@/domain/orders/commands";
import {
  contractCounts,
  contractFile,
  contractFor,
  contractSavedMeanwhile,
  contractsFor,
  contractsWaitingFor,
  ordersOfStaff,
} from "@/domain/orders/queries";
import {
  answerReceipt,
  closeSession,
  enterPayment,
  issueLink,
  judgeBooks,
  judgeDay,
  openBook,
  recordEnding,
  revokeLinks,
  settleFlag,
  takeBack,
} from "@/domain/payments/commands";
import { bookOf, photoOf } from "@/domain/payments/queries";
import { anApproach } from "@/tests/builders/account";
import { orderTerms } from "@/tests/builders/order";

/** Things of somebody else: another agency, another province, another person. */
export type Theirs = {
  agencyId: string;
  orderId: string;
  orderReference: string;
  contractId: string;
  contractReference: string;
  bookReference: string;
  receiptNumber: string;
  entryId: string;
  userId: string;
  signInId: string;
  membershipId: string;
  officeId: string;
};
export const castNames = [
  ...(["visitor", "person", "owner", "recruiter", "branch", "ministry", "province", "commune"] as const),
  ...(["centre", "training", "bank", "auditor", "party", "operator", "system"] as const),
] as const;
export type CastName = (typeof castNames)[number];

export type Line = {
  /** context.function */
  name: string;
  call: (actor: Actor, theirs: Theirs) => Promise<unknown> | unknown;
  /** Who may do this with what is not her own; everybody else gets nothing. */
  may: readonly CastName[];
};

const site = ["operator", "system"] as const;
const ministryToo = ["operator", "system", "ministry"] as const;
const password = "đồng lúa chín vàng mùa này";
const someone = { email: "ai.do@vi-du.example", name: "Ai Đó" };
const on = day("2026-11-02");
const saved = ({ contractReference: reference }: Theirs) => ({ reference, version: 1 });
const line = (name: string, may: Line["may"], call: Line["call"]): Line => ({ name, may, call });

const accounts: Line[] = [
  line("accounts.changePassword", [], (a, t) =>
    changePassword(a, { signInId: t.signInId, current: password, password }),
  ),
  line("accounts.confirmSecondStep", [], (a, t) => confirmSecondStep(a, { signInId: t.signInId, code: "000000" })),
  line("accounts.beginSecondStep", [], (a) => beginSecondStep(a)),
  line("accounts.removeSecondStep", [], (a, t) =>
    removeSecondStep(anApproach(), a, { signInId: t.signInId, code: "000000" }),
  ),
  line("accounts.chooseMembership", [], (a, t) => chooseMembership(a, t)),
  line("accounts.endSignIn", [], (a, t) => endSignIn(a, t)),
  line("accounts.endOtherSignIns", [], (a) => endOtherSignIns(a, { keep: null })),
  line("accounts.forgetOld", site, (a) => forgetOld(a)),
  line("accounts.addOffice", ministryToo, (a) =>
    addOffice(a, { kind: "authority", level: "ministry", name: "Cục khác" }),
  ),
  line("accounts.addOfficer", ministryToo, (a, t) => addOfficer(a, { officeId: t.officeId, ...someone })),
  line("accounts.inviteStaff", ministryToo, (a, t) =>
    inviteStaff(a, { agencyId: t.agencyId, role: "agency_owner", ...someone }),
  ),
  line("accounts.endMembership", ministryToo, (a, t) => endMembership(a, t)),
  line("accounts.addDemoPerson", ministryToo, (a) => addDemoPerson(a, "nguoi-lao-dong", {})),
  line("accounts.signInsOf", [], (a) => signInsOf(a)),
  line("accounts.accountOf", [], (a) => accountOf(a)),
  line("accounts.secondStepSetUp", [], (a) => secondStepSetUp(a)),
  line("accounts.membersOf", ministryToo, async (a, t) => [
    ...((await membersOf(a, { agencyId: t.agencyId })) ?? []),
    ...((await membersOf(a, { officeId: t.officeId })) ?? []),
  ]),
  line("accounts.officesFor", ministryToo, (a) => officesFor(a)),
];

const contract = (agencyId: string) => ({
  ...{ agencyId, market: "DE", status: "approved" as const, quotas: [] },
  ...{ partnerName: "Bên khác", partnerCountry: "DE" },
});
const orders: Line[] = [
  line("orders.recordContracts", site, (a, t) => recordContracts(a, [contract(t.agencyId)])),
  line("orders.recordContract", site, (a, t) => recordContract(a, contract(t.agencyId))),
  line("orders.changeContract", site, (a, t) => changeContract(a, { contractId: t.contractId, status: "closed" })),
  line("orders.recordOrders", site, (a, t) => recordOrders(a, [{ ...orderTerms(), ...t }])),
  line("orders.publishOrder", site, (a, t) => publishOrder(a, t)),
  line("orders.closeOrder", site, (a, t) => closeOrder(a, { orderId: t.orderId, reason: "withdrawn" })),
  line("orders.confirmPlaces", site, (a, t) => confirmPlaces(a, { orderId: t.orderId, places: 1 })),
  line("orders.judgeOrders", site, (a) => judgeOrders(a)),
  line("orders.repeatOrders", site, (a, t) => repeatOrders(a, t.agencyId, 1)),
  line("orders.enterTrigrams", site, (a) => enterTrigrams(a)),
  line("orders.importOrders", site, (a) => importOrders(a, { file: "/nowhere.csv", source: "x" } as never)),
  line("orders.approveContract", ministryToo, (a, t) =>
    approveContract(a, { ...saved(t), approvalNo: "1/QLLĐNN", approvedOn: on }),
  ),
  line("orders.closeContract", ministryToo, (a, t) => closeContract(a, saved(t))),
  line("orders.returnContract", ministryToo, (a, t) => returnContract(a, { ...saved(t), remarks: { market: "x" } })),
  line("orders.saveContract", [], (a, t) => saveContract(a, { id: randomUUID(), ...saved(t), typed: {} } as never)),
  line("orders.submitContract", [], (a, t) => submitContract(a, saved(t))),
  line("orders.contractFor", [...ministryToo, "auditor"], (a, t) => contractFor(a, t.contractReference)),
  line("orders.contractFile", [], (a, t) => contractFile(a, t.contractReference, randomUUID())),
  line("orders.contractSavedMeanwhile", [], (a, t) => contractSavedMeanwhile(a, t.contractReference, 0)),
  line("orders.contractsFor", [...ministryToo, "auditor"], (a) => contractsFor(a)),
  line("orders.contractsWaitingFor", ministryToo, (a) => contractsWaitingFor(a)),
  line("orders.ordersOfStaff", [], async (a) => (await ordersOfStaff(a)).orders),
  line("orders.contractCounts", [...ministryToo, "auditor"], async (a) => (await contractCounts(a)).inForce),
];

const licences: Line[] = [
  line("licences.recordAgency", ministryToo, (a) =>
    recordAgency(a, { nameVi: `Công ty ${randomUUID()}`, asOf: on, source: "thử", verified: false } as never),
  ),
  line("licences.recordDecision", ministryToo, (a, t) =>
    recordDecision(a, {
      ...{ kind: "fine", agencyId: t.agencyId, amountVnd: 1n, on, source: "thử", verified: false },
    } as never),
  ),
  line("licences.correctFact", ministryToo, (a) => correctFact(a, { factId: randomUUID() } as never)),
  line("licences.withdrawFact", ministryToo, (a) => withdrawFact(a, { factId: randomUUID() } as never)),
  line("licences.recordWarning", ministryToo, (a) => recordWarning(a, {} as never)),
  line("licences.importRegister", ministryToo, (a) => importRegister(a, { file: "/nowhere.csv" } as never)),
];

const asParty = (actor: Actor) => actor as Party;
const payments: Line[] = [
  line("payments.openBook", site, (a, t) => openBook(a, { orderReference: t.orderReference, signedOn: on })),
  line("payments.recordEnding", site, (a, t) =>
    recordEnding(a, { reference: t.bookReference, endedOn: on, ending: "completed" }),
  ),
  line("payments.judgeBooks", site, (a) => judgeBooks(a, [])),
  line("payments.judgeDay", site, (a) => judgeDay(a, on)),
  line("payments.settleFlag", site, (a) => settleFlag(a, { flagId: randomUUID(), reason: "x" })),
  line("payments.issueLink", site, (a, t) => issueLink(a, { reference: t.bookReference, side: "worker" })),
  line("payments.revokeLinks", site, (a, t) => revokeLinks(a, { reference: t.bookReference })),
  line("payments.answerReceipt", [], (a, t) =>
    answerReceipt(a, { number: t.receiptNumber, amountMinor: 1n, submission: randomUUID() }),
  ),
  line("payments.takeBack", [], (a, t) => takeBack(a, { number: t.receiptNumber })),
  // In her own book a party enters what she likes: another's cannot be named at all.
  line("payments.enterPayment", ["party"], (a) =>
    enterPayment(a, {
      ...{ kind: "paid", component: "passport", amountMinor: 1n, currency: "VND", paidOn: on, payee: "agency" },
      ...{ submission: randomUUID(), again: false, note: null },
    } as never),
  ),
  line("payments.closeSession", [], (a) => closeSession(asParty(a), "x".repeat(43))),
  line("payments.bookOf", ["party"], (a) => (a.kind === "party" ? bookOf(a) : null)),
  line("payments.photoOf", [], (a, t) => (a.kind === "party" ? photoOf(a, t.entryId) : null)),
];

export const table: readonly Line[] = [...accounts, ...licences, ...orders, ...payments];

/** Contexts whose every door is in the table; the others follow. */
export const complete = ["accounts", "orders", "payments"] as const;
/** Asking nobody who it is: each would be a hole as soon as a page calls it. */
export const unguarded: readonly string[] = [];
/** For tests and rehearsals only. */
export const exempt: readonly string[] = [];
