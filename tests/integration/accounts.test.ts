// Accounts on real Postgres: ways in; and that none of it tells who has an account or keeps her out.
import { describe, expect, test } from "vitest";
import {
  acceptInvitation,
  askForLetter,
  register,
  signInWithCode,
  signInWithLink,
  signInWithPassword,
} from "@/domain/accounts/commands";
import { linkState, signedInAs } from "@/domain/accounts/queries";
import type { Approach, Identifier } from "@/domain/accounts/schema";

import { asIfAt, now } from "@/platform/clock";
import { db } from "@/platform/db";
import { aPerson, anApproach, anEmail, goodPassword } from "@/tests/builders/account";

const refused = (condition: string) => expect.objectContaining({ condition }) as unknown;
const mail = (value: string): Identifier => ({ kind: "email", value });
const within = <T>(minutes: number, work: () => Promise<T>): Promise<T> =>
  asIfAt(new Date(now().getTime() + minutes * 60_000), work);
const knownTo = (userId: string, more: Partial<Approach> = {}): Approach =>
  anApproach({ device: { id: "trình duyệt của cô", users: [userId] }, ...more });
const enter = (email: string, password = goodPassword, approach = anApproach()) =>
  signInWithPassword(approach, { identifier: mail(email), password });
const letterFor = async (email: string, purpose: "sign_in" | "new_password" = "sign_in", approach = anApproach()) =>
  askForLetter(approach, { identifier: mail(email), purpose });
const wrong = "không phải mật khẩu này";

describe("with a password", () => {
  test("the right one signs in; in another case of the e-mail it is the same person", async () => {
    const { email, userId } = await aPerson();
    const entered = await enter(email);
    expect(entered).toMatchObject({ kind: "in", userId });
    expect(await signedInAs(entered.kind === "in" ? entered.signInId : "")).toMatchObject({ userId, waitsFor: null });
  });

  test("a wrong one, an unknown account, one without a password and a disabled one are the same refusal", async () => {
    const person = await aPerson();
    const disabled = await aPerson();
    const { writableDb } = await import("@/platform/db");
    await writableDb.user.update({ where: { id: disabled.userId }, data: { disabledAt: now() } });
    const without = await aPerson();
    await writableDb.user.update({ where: { id: without.userId }, data: { passwordHash: null } });
    const faults = await Promise.all([
      enter(person.email, wrong).catch((error: unknown) => JSON.stringify(error)),
      enter(anEmail(), wrong).catch((error: unknown) => JSON.stringify(error)),
      enter(disabled.email).catch((error: unknown) => JSON.stringify(error)),
      enter(without.email).catch((error: unknown) => JSON.stringify(error)),
    ]);
    expect(faults[0]).toContain("credentialsMatch");
    expect(new Set(faults).size).toBe(1);
  });

  test("nobody's account is told by the time of the answer", async () => {
    const { email } = await aPerson();
    const took = async (address: string) => {
      const times = [];
      for (let i = 0; i < 12; i += 1) {
        const began = performance.now();
        await enter(address, wrong).catch(() => {});
        times.push(performance.now() - began);
      }
      return times.toSorted((a, b) => a - b)[6] ?? 0;
    };
    // Each waits for one argon2, whoever it is for: without it the unknown would be answered ten times sooner.
    const ratio = (await took(anEmail())) / (await took(email));
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  test.each([
    ["ngắn quá", "passwordTooShort"],
    ["matkhau123", "passwordCommon"],
    ["Anh Yêu Em 2026", "passwordCommon"],
    ["0912345678", "passwordCommon"],
    ["1234567890", "passwordCommon"],
    ["qwertyuiop", "passwordCommon"],
    ["viet nam vo dich", "passwordCommon"],
    ["nguoi.rieng có mưa", "passwordPersonal"],
    ["tôi là Thị Hường đây", "passwordPersonal"],
  ])("%s is refused at registration: %s", async (password, condition) => {
    const said = { identifier: mail("nguoi.rieng@vi-du.example"), name: "Vũ Thị Hường", locale: "vi" };
    await expect(register(anApproach(), { ...said, password })).rejects.toEqual(refused(condition));
  });

  test("a sentence without capitals, digits or signs is good", async () => {
    const said = { identifier: mail(anEmail()), name: "Vũ Thị Hường", locale: "vi" };
    await register(anApproach(), { ...said, password: "con trâu đi trước cái cày theo sau" });
  });
});

describe("nobody can be locked out by somebody else", () => {
  test("two hundred attempts from elsewhere, then the owner signs in at once in her own browser", async () => {
    const { email, userId } = await aPerson();
    for (let i = 0; i < 200; i += 1)
      await enter(email, `${wrong} ${i}`, anApproach({ address: `203.0.113.${i % 40}` })).catch(() => {});
    expect(await enter(email, goodPassword, knownTo(userId))).toMatchObject({ kind: "in", userId });
  });

  test("and in a browser nobody knows with a code besides; the password alone tells an attacker nothing", async () => {
    const { email, userId } = await aPerson();
    for (let i = 0; i < 40; i += 1) await enter(email, wrong, anApproach()).catch(() => {});
    const guessed = await enter(email, wrong);
    const own = await enter(email);
    expect([guessed.kind, own.kind]).toEqual(["sent", "sent"]);
    if (own.kind !== "sent" || guessed.kind !== "sent") return;
    expect(guessed.letter).toBeNull();
    const { code } = own.letter ?? {};
    expect(await signInWithCode(anApproach(), { secretId: own.secretId, code: code ?? "" })).toMatchObject({ userId });
    await expect(signInWithCode(anApproach(), { secretId: guessed.secretId, code: code ?? "" })).rejects.toEqual(
      refused("codeHolds"),
    );
  });

  test("from one address eight attempts, also when they come all at once; a quarter of an hour later again", async () => {
    const { email } = await aPerson();
    const approach = anApproach();
    const answers = await Promise.allSettled(Array.from({ length: 30 }, () => enter(email, wrong, approach)));
    const conditions = answers.map((answer) =>
      answer.status === "rejected" ? (answer.reason as { condition: string }).condition : "in",
    );
    expect(conditions.filter((condition) => condition === "credentialsMatch")).toHaveLength(8);
    await expect(enter(email, goodPassword, approach)).rejects.toEqual(refused("notTooOften"));
    expect(await within(16, () => enter(email, goodPassword, approach))).toMatchObject({ kind: expect.any(String) });
  });

  test("a browser is known for the people who signed in with it, for nobody else", async () => {
    const [mine, hers] = [await aPerson(), await aPerson()];
    for (let i = 0; i < 40; i += 1) await enter(hers.email, wrong).catch(() => {});
    expect(await enter(hers.email, goodPassword, knownTo(mine.userId))).toMatchObject({ kind: "sent" });
  });
});

describe("with a letter", () => {
  test("its link opens once, its code once, and after one the other no more", async () => {
    const { email, userId } = await aPerson();
    const { letter, secretId } = await letterFor(email);
    expect(await signInWithLink(anApproach(), { token: letter?.token ?? "" })).toMatchObject({ userId });
    await expect(signInWithLink(anApproach(), { token: letter?.token ?? "" })).rejects.toEqual(refused("linkHolds"));
    await expect(signInWithCode(anApproach(), { secretId, code: letter?.code ?? "" })).rejects.toEqual(
      refused("codeHolds"),
    );
  });

  test("of ten who press the link at once one gets in", async () => {
    const { email } = await aPerson();
    const { letter } = await letterFor(email);
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () => signInWithLink(anApproach(), { token: letter?.token ?? "" })),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("a code holds ten minutes, a link thirty; a clock moved by an hour ends both", async () => {
    const { email } = await aPerson();
    const first = await letterFor(email);
    const late = within(11, () =>
      signInWithCode(anApproach(), { secretId: first.secretId, code: first.letter?.code ?? "" }),
    );
    await expect(late).rejects.toEqual(refused("codeHolds"));
    await within(29, () => signInWithLink(anApproach(), { token: first.letter?.token ?? "" }));
    const second = await letterFor(email);
    for (const minutes of [31, 60]) {
      const over = within(minutes, () => signInWithLink(anApproach(), { token: second.letter?.token ?? "" }));
      await expect(over).rejects.toEqual(refused("linkHolds"));
    }
    // Back by an hour: what is not yet written does not open either, and nothing breaks.
    await within(-60, () => signInWithLink(anApproach(), { token: second.letter?.token ?? "" })).catch(() => {});
  });

  test("five wrong codes and the right one comes too late, also when a hundred come at once", async () => {
    const { email } = await aPerson();
    const { letter, secretId } = await letterFor(email);
    const guesses = Array.from({ length: 100 }, (_, i) => String(i).padStart(6, "0")).filter(
      (code) => code !== letter?.code,
    );
    await Promise.allSettled(guesses.map((code) => signInWithCode(anApproach(), { secretId, code })));
    expect((await db.oneTimeSecret.findUnique({ where: { id: secretId } }))?.attempts).toBe(5);
    await expect(signInWithCode(anApproach(), { secretId, code: letter?.code ?? "" })).rejects.toEqual(
      refused("codeHolds"),
    );
  });

  test("for an unknown address the answer looks the same and no letter goes", async () => {
    const unknown = await letterFor(anEmail());
    const known = await letterFor((await aPerson()).email);
    expect(Object.keys(unknown)).toEqual(Object.keys(known));
    expect(unknown.letter).toBeNull();
    await expect(signInWithCode(anApproach(), { secretId: unknown.secretId, code: "000000" })).rejects.toEqual(
      refused("codeHolds"),
    );
  });

  test("whoever asks for letters in her name fills no letter box and gets few chances to guess; the newest letter still opens", async () => {
    const { email } = await aPerson();
    const letters = [];
    for (let i = 0; i < 30; i += 1) letters.push((await letterFor(email)).letter);
    const sent = letters.flatMap((letter) => letter ?? []);
    // With the one that confirmed her registration: five.
    expect(sent).toHaveLength(4);
    expect(await signInWithLink(anApproach(), { token: sent.at(-1)?.token ?? "" })).toBeTruthy();
    const later = await within(61, () => letterFor(email));
    expect(later.letter).toMatchObject({ code: null });
  });

  test("only hashes are kept", async () => {
    const { email } = await aPerson();
    const { letter, secretId } = await letterFor(email);
    const row = JSON.stringify(await db.oneTimeSecret.findUnique({ where: { id: secretId } }));
    expect(row).not.toContain(letter?.token);
    expect(row).not.toContain(letter?.code);
  });

  test("a letter for one purpose opens nothing else", async () => {
    const { email } = await aPerson();
    const { letter } = await letterFor(email, "new_password");
    await expect(signInWithLink(anApproach(), { token: letter?.token ?? "" })).rejects.toEqual(refused("linkHolds"));
    await expect(acceptInvitation(anApproach(), { token: letter?.token ?? "" })).rejects.toEqual(refused("linkHolds"));
    expect((await linkState(letter?.token ?? ""))?.purpose).toBe("new_password");
  });
});

describe("registering", () => {
  const asks = (email: string, password = goodPassword) =>
    register(anApproach(), { identifier: mail(email), name: "Bùi Thị Mới", password, locale: "vi" });

  test("nobody is entered before the address has answered, and nobody's password is taken who registers another's", async () => {
    const email = anEmail();
    await asks(email, "kẻ khác đặt mật khẩu này");
    expect(await db.user.count({ where: { email } })).toBe(0);
    const hers = await asks(email);
    const { userId } = await signInWithCode(anApproach(), { secretId: hers.secretId, code: hers.letter?.code ?? "" });
    expect(await enter(email)).toMatchObject({ kind: "in", userId });
    await expect(enter(email, "kẻ khác đặt mật khẩu này")).rejects.toEqual(refused("credentialsMatch"));
  });

  test("an address that has an account gets an ordinary letter; the answer is the same and her password stays", async () => {
    const { email, userId } = await aPerson();
    const answer = await asks(email, "mật khẩu của kẻ lạ mặt");
    expect(answer).toMatchObject({ kind: "sent", letter: { purpose: "sign_in", to: email } });
    expect(await signInWithLink(anApproach(), { token: answer.letter?.token ?? "" })).toMatchObject({ userId });
    await expect(enter(email, "mật khẩu của kẻ lạ mặt")).rejects.toEqual(refused("credentialsMatch"));
  });
});
