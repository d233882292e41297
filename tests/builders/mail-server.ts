// A real mail server on this machine, which behaves as a test wants it to.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

export type Received = { from: string; to: string[]; raw: string };
type Behaviour = {
  /** What is answered to an addressee: null is yes. */
  recipient?: (address: string, attempt: number) => { code: number; text: string } | null;
  /** Before that answer, in milliseconds. */
  recipientWait?: () => number;
  /** After the letter has come. */
  letter?: (received: Received, attempt: number) => { code: number; text: string } | null;
  /** Hangs up in the middle of the letter, for so many conversations. */
  hangUps?: number;
  /** Before the answer to the letter. */
  slowMs?: number;
};

const refusal = ({ code, text }: { code: number; text: string }): Error =>
  Object.assign(new Error(text), { responseCode: code });

export async function aMailServer(behaviour: Behaviour = {}) {
  const received: Received[] = [];
  const asked = new Map<string, number>();
  const count = (name: string): number => {
    asked.set(name, (asked.get(name) ?? 0) + 1);
    return asked.get(name) ?? 0;
  };
  let hangUps = behaviour.hangUps ?? 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo: ({ address }, _, done) => {
      const no = behaviour.recipient?.(address, count(`rcpt ${address}`));
      setTimeout(() => done(no ? refusal(no) : undefined), behaviour.recipientWait?.() ?? 0);
    },
    onData: (stream, session: SMTPServerSession, done) => {
      if (hangUps > 0) {
        hangUps -= 1;
        stream.once("data", () => {
          for (const connection of server.connections) connection.close();
        });
        stream.resume();
        return;
      }
      let raw = "";
      stream.on("data", (part: Buffer) => (raw += part.toString("utf8")));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const letter = { from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address), raw };
        const no = behaviour.letter?.(letter, count(`data ${letter.to.join()}`));
        if (!no) received.push(letter);
        setTimeout(() => done(no ? refusal(no) : null), behaviour.slowMs ?? 0);
      });
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    ...{ url: `smtp://127.0.0.1:${port}`, received },
    conversations: () => [...asked.values()].reduce((a, b) => a + b, 0),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The parts of a letter as a letter program reads them: heads unfolded, bodies decoded. */
export function readLetter(raw: string): { heads: Map<string, string>; text: string; html: string } {
  const cut = raw.indexOf("\r\n\r\n");
  const headsOf = (text: string) =>
    new Map(
      text
        .replace(/\r\n[ \t]+/g, " ")
        .split("\r\n")
        .map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
    );
  const heads = headsOf(raw.slice(0, cut));
  const boundary = /boundary="?([^";]+)/.exec(heads.get("content-type") ?? "")?.[1];
  const parts = boundary ? raw.split(`--${boundary}`).slice(1, -1) : [];
  const decoded = (type: string): string => {
    const part = parts.find((one) => one.includes(`Content-Type: ${type}`)) ?? "";
    const middle = part.indexOf("\r\n\r\n");
    const body = part.slice(middle + 4);
    if (/base64/i.test(part.slice(0, middle))) return Buffer.from(body, "base64").toString("utf8");
    if (!/quoted-printable/i.test(part.slice(0, middle))) return body;
    const bytes = body
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, "latin1").toString("utf8");
  };
  return { heads, text: decoded("text/plain"), html: decoded("text/html") };
}

/** A head with letters outside ASCII, as people read it. */
export const readHead = (head: string): string =>
  head
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === "B"
        ? Buffer.from(text, "base64").toString("latin1")
        : text
            .replace(/_/g, " ")
            .replace(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, "latin1").toString("utf8"));
