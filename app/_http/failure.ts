// A failed page is an empty document until scripts run; readers without scripts get the words and the reference here.
import en from "@/messages/en/failure.json";
import vi from "@/messages/vi/failure.json";
import { currentAnswer } from "./answer";

const plain = (digest: string | undefined): string => digest?.replace(/[^\w-]/g, "") ?? "";

const words = (digest: string | undefined): string =>
  [vi, en]
    .map((t) => {
      const reference = plain(digest) && `<p>${t.reference}: <strong>${plain(digest)}</strong>. ${t.referenceHint}</p>`;
      return `<section lang="${t === vi ? "vi" : "en"}" class="mx-auto max-w-page space-y-3 px-4 py-8"><h1>${t.title}</h1><p>${t.lead}</p>${reference}<p><a href="${t === vi ? "/" : "/en"}">${t.home}</a></p></section>`;
    })
    .join("");

/** The stylesheet Next announces for the page that failed, so that even this page looks like ours. */
function stylesheet(links: unknown): string {
  const path = /<(\/_next\/static\/[\w./~-]+\.css)>/.exec(String(links))?.[1];
  return path ? `<link rel="stylesheet" href="${path}">` : "";
}

/** Adds a <noscript> to the document Next is about to send for a page that failed. */
export function sayFailure(digest: string | undefined): void {
  const response = currentAnswer();
  if (!response || response.headersSent) return;
  const write = response.write.bind(response) as (...told: unknown[]) => boolean;
  let said = false;
  response.write = (chunk: unknown, ...rest: unknown[]) => {
    if (said || response.statusCode < 500) return write(chunk, ...rest);
    const text = typeof chunk === "string" ? chunk : Buffer.from(chunk as Uint8Array).toString("utf8");
    said = text.includes("</head><body>");
    return write(
      text.replace(
        "</head><body>",
        `</head><body><noscript>${stylesheet(response.getHeader("link"))}${words(digest)}</noscript>`,
      ),
      ...rest,
    );
  };
}
