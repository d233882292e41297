"use server";
// An officer's answers to requests for accounts and to supply contracts. Which of them are hers is decided by the commands.
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { type Locale, address } from "@/app/_http/addresses";
import { FieldFault, action } from "@/app/_http/form";
import { signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import type { Actor } from "@/domain/kernel/actor";
import { type Day, parseDay } from "@/domain/kernel/calendar";
import { approveRequest, refuseRequest, returnRequest } from "@/domain/licences/commands";
import { approveContract, closeContract, returnContract } from "@/domain/orders/commands";

const here = async (): Promise<Locale> => localeOf(await getLocale());
async function asked(): Promise<Actor> {
  const known = await signedIn();
  if (!known || known.waitsFor) throw new FieldFault({ "": "signedOut" });
  return known.actor;
}
const version = z.coerce.number().int().min(1);
/** remark.<field> of the form as field → words. */
const remarksOf = (data: FormData): Record<string, string> =>
  Object.fromEntries(
    [...data].flatMap(([name, value]) =>
      name.startsWith("remark.") && typeof value === "string" ? [[name.slice(7), value]] : [],
    ),
  );

const request = { id: z.string().max(40), version };
const requests = async (saved: string): Promise<string> => address(await here(), "officeAccounts", null, { saved });
export const approveAccount = action("account-approve", z.object(request), async (input) => {
  await approveRequest(await asked(), input);
  return requests("approved");
});
export const returnAccount = action("account-return", z.looseObject(request), async ({ id, version: seen }, data) => {
  await returnRequest(await asked(), { id, version: seen, remarks: remarksOf(data) });
  return requests("returned");
});
export const refuseAccount = action(
  "account-refuse",
  z.object({ ...request, reason: z.string().trim().min(2).max(500) }),
  async (input) => {
    await refuseRequest(await asked(), input);
    return requests("refused");
  },
);

const contract = { reference: z.string().max(30), version };
const contracts = async (saved: string): Promise<string> => address(await here(), "officeContracts", null, { saved });

function dayOfFields(data: FormData, name: string): Day {
  const part = (which: string) => String(data.get(`${name}-${which}`) ?? "").trim();
  const [day, month, year] = [part("day"), part("month"), part("year")];
  if (!day && !month && !year) throw new FieldFault({ [name]: "required" });
  const read = parseDay(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  if (!read) throw new FieldFault({ [name]: "notADay" });
  if (read > today()) throw new FieldFault({ [name]: "contracts.approvedByToday" });
  return read;
}

export const approve = action(
  "contract-approve",
  z.looseObject({ ...contract, approvalNo: z.string().trim().min(1).max(80) }),
  async ({ reference, version: seen, approvalNo }, data) => {
    const approvedOn = dayOfFields(data, "approvedOn");
    await approveContract(await asked(), { reference, version: seen, approvalNo, approvedOn });
    return contracts("approved");
  },
);
export const sendBack = action(
  "contract-return",
  z.looseObject(contract),
  async ({ reference, version: seen }, data) => {
    await returnContract(await asked(), { reference, version: seen, remarks: remarksOf(data) });
    return contracts("returned");
  },
);
export const close = action("contract-close", z.object(contract), async (input) => {
  await closeContract(await asked(), input);
  return address(await here(), "officeContract", { id: input.reference }, { saved: "close" });
});
