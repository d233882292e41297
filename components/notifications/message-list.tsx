import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { formatInstant } from "@/components/ui/format";
import { Status, type Tone } from "@/components/ui/status";
import type { MessageView } from "@/domain/notifications/queries";

const tones: Readonly<Record<MessageView["state"], Tone>> = {
  ...{ waiting: "caution", sent: "good", refused: "danger", given_up: "danger", expired: "neutral", site: "neutral" },
};

/** Each message with what became of it; its text opens below, exactly as it was sent. */
export function MessageList({
  messages,
  headings,
}: {
  messages: readonly (MessageView & { name?: string })[];
  headings: 2 | 3;
}) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {messages.map((message) => (
        <MessageItem key={message.id} message={message} heading={headings === 2 ? "h2" : "h3"} />
      ))}
    </ol>
  );
}

function MessageItem({
  message,
  heading: Heading,
}: {
  message: MessageView & { name?: string };
  heading: "h2" | "h3";
}) {
  const t = useTranslations("messages.page");
  const demo = useTranslations("messages.demoMail");
  const here = useLocale();
  const { id, subject, body, link, state, attempts, queuedAt, channel, address, locale, kind, name } = message;
  const at = formatInstant(queuedAt);
  const word = state === "waiting" && attempts > 0 ? "retry" : state === "sent" && message.demo ? "demo" : state;
  return (
    <li id={id} className="py-4">
      <Heading lang={locale === here ? undefined : locale} className="text-body font-medium">
        {subject}
      </Heading>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
        <span>{name ? demo("to", { name, at }) : at}</span>
        <span>{t(`kinds.${kind as "access"}`)}</span>
        {!name && (
          <>
            <Status tone={word === "demo" ? "neutral" : tones[state]}>{t(`states.${word}`, { attempts })}</Status>
            {channel && address && <span>{`${t(`channels.${channel}`)} ${t("to", { address })}`}</span>}
          </>
        )}
      </p>
      {body === null ? (
        <p className="mt-2 text-small text-muted">{t("secret")}</p>
      ) : (
        <Disclosure summary={t("read")}>
          <div lang={locale === here ? undefined : locale} className="max-w-measure space-y-3">
            {body.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph} className="whitespace-pre-line break-words">
                {paragraph}
              </p>
            ))}
          </div>
        </Disclosure>
      )}
      {link && (
        <a href={link} className="inline-flex min-h-11 items-center">
          {t("open")}
        </a>
      )}
    </li>
  );
}
