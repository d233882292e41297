// A real identity provider on loopback, and the whole way there and back: redirects, a person who agrees, code, token, signature.
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
// @ts-expect-error it brings no declarations
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Profile, type Site, fromProvider, toProvider } from "@/app/_http/openid";
import { type In, signInWithIdentity } from "@/domain/accounts/commands";
import { db } from "@/platform/db";
import { aPerson, anApproach, anEmail } from "@/tests/builders/account";

type Person = { sub: string; name: string; email: string; email_verified: boolean };
const people = new Map<string, Person>();
const origin = "http://localhost:3999";
let server: Server;
let issuer = "";

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{
          client_id: "san",
          client_secret: "mot-bi-mat-dai-cua-san-kiem-thu",
          grant_types: ["authorization_code"],
        },
        redirect_uris: [`${origin}/api/auth/callback/national`],
      },
    ],
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["kiểm thử"] },
    jwks: undefined,
    pkce: { required: () => true },
    findAccount: async (_: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => people.get(sub) ?? { sub },
    }),
  });
  server.on("request", provider.callback());
});
afterAll(() => new Promise<void>((done) => void server.close(() => done())));

/** Cookies as a browser keeps them; enough for one host each. */
class Jar {
  private readonly held = new Map<string, string>();
  take(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const cut = pair.indexOf("=");
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.held.delete(pair.slice(0, cut));
      else this.held.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
  }
  get all(): Record<string, string> {
    return Object.fromEntries([...this.held].map(([name, value]) => [name, decodeURIComponent(value)]));
  }
  get header(): string {
    return [...this.held].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}

let entered: In | null = null;
let refusal = "";
const clientSecret = "mot-bi-mat-dai-cua-san-kiem-thu";
const provider = () => ({ issuer, clientId: "san", clientSecret, name: "Định danh mẫu" });
const siteFor = (current: { userId: string; signInId: string } | null = null): Site => ({
  ...{ origin, secret: "x".repeat(43), failed: "/dang-nhap?fault=identity" },
  entered: async ({ sub, name = "", email = "", email_verified: emailVerified }: Profile) => {
    const identity = {
      provider: issuer,
      subject: sub,
      name,
      email: email || null,
      emailVerified: emailVerified === true,
    };
    try {
      entered = await signInWithIdentity(anApproach(), identity, current);
      return "/tai-khoan";
    } catch (error) {
      refusal = (error as { condition: string }).condition;
      return `/dang-nhap?fault=${refusal}`;
    }
  },
});

/** There, the person logs in and agrees, and back: the address with its code, and our cookies. */
async function agree(person: Person): Promise<{ back: URL; ours: Jar }> {
  people.set(person.sub, person);
  const [ours, theirs] = [new Jar(), new Jar()];
  const begun = await toProvider(provider(), siteFor());
  ours.take(begun.headers);
  let at = begun.headers.get("location") ?? "";
  for (let step = 0; step < 12; step += 1) {
    if (at.startsWith(origin)) return { back: new URL(at), ours };
    const isForm = /\/interaction\//.test(at);
    let answer = await fetch(at, { redirect: "manual", headers: { cookie: theirs.header } });
    if (isForm) {
      const page = await answer.text();
      const fields = { prompt: page.includes('value="login"') ? "login" : "consent", login: person.sub, password: "x" };
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? at;
      const headers = { cookie: theirs.header, "content-type": "application/x-www-form-urlencoded" };
      answer = await fetch(new URL(action, at), {
        method: "POST",
        redirect: "manual",
        headers,
        body: new URLSearchParams(fields),
      });
    }
    theirs.take(answer.headers);
    const location = answer.headers.get("location");
    if (!location) throw new Error(`${answer.status} at ${at}: ${(await answer.text()).slice(0, 2_000)}`);
    at = new URL(location, at).href;
  }
  throw new Error(`lost at ${at}`);
}
const comeBack = ({ back, ours }: { back: URL; ours: Jar }, current?: { userId: string; signInId: string }) =>
  fromProvider(provider(), siteFor(current ?? null), Object.fromEntries(back.searchParams), ours.all);
const someone = (given: Partial<Person> = {}): Person => ({
  ...{ sub: `nguoi-${people.size + 1}`, name: "Hà Thị Định Danh", email: anEmail(), email_verified: true, ...given },
});

beforeEach(() => {
  entered = null;
  refusal = "";
});

describe("a national identity", () => {
  test("somebody new gets an account, and the same one the next time", async () => {
    const person = someone();
    const answer = await comeBack(await agree(person));
    expect(answer.headers.get("location")).toBe("/tai-khoan");
    const first = entered;
    expect(await db.user.findUnique({ where: { id: (first as In | null)?.userId ?? "" } })).toMatchObject({
      name: person.name,
      email: person.email,
    });
    await comeBack(await agree(person));
    expect((entered as In | null)?.userId).toBe((first as In | null)?.userId);
  });

  test("an account with the same e-mail, proved on both sides, is hers", async () => {
    const mine = await aPerson();
    await comeBack(await agree(someone({ email: mine.email })));
    expect((entered as In | null)?.userId).toBe(mine.userId);
  });

  test("an e-mail nobody vouches for links nothing and takes nobody's account", async () => {
    const mine = await aPerson();
    await comeBack(await agree(someone({ email: mine.email, email_verified: false })));
    expect((entered as In | null)?.userId).not.toBe(mine.userId);
    expect(await db.externalIdentity.count({ where: { userId: mine.userId } })).toBe(0);
  });

  test("signed in, she links it to this account; an identity of another's stays the other's", async () => {
    const [mine, hers] = [await aPerson(), await aPerson()];
    const person = someone({ email_verified: false });
    await comeBack(await agree(person), mine);
    expect(entered).toMatchObject({ userId: mine.userId, signInId: mine.signInId });
    await comeBack(await agree(person), hers);
    expect(refusal).toBe("identityFree");
  });

  test("the way back without our own cookies, with another's state, or a second time leads nowhere", async () => {
    const gone = await agree(someone());
    const refusedAt = (answer: Response) => expect(answer.headers.get("location")).toMatch(/fault=identity|error=/);
    refusedAt(await comeBack({ ...gone, ours: new Jar() }));
    const forged = new URL(gone.back);
    forged.searchParams.set("state", "kẻ khác");
    refusedAt(await comeBack({ back: forged, ours: gone.ours }));
    expect(entered).toBeNull();
    await comeBack(gone);
    expect(entered).not.toBeNull();
    entered = null;
    refusedAt(await comeBack(gone));
    expect(entered).toBeNull();
  });
});
