import { useTranslations } from "next-intl";

/** On a demo, which sends nothing: the letter, to the browser that asked for it. */
export function LetterShown({
  letter,
}: {
  letter: { to: string; subject: string; text: string; link: string | null } | null;
}) {
  const t = useTranslations("accounts.letterShown");
  if (!letter) return null;
  return (
    <section aria-labelledby="thu-mau" className="max-w-measure border-2 border-edge bg-wash p-4">
      <h2 id="thu-mau">{t("title")}</h2>
      <p className="mt-2">{t("lead", { to: letter.to })}</p>
      <p className="mt-3 font-medium">{letter.subject}</p>
      <p className="mt-1 break-words whitespace-pre-line">{letter.text}</p>
      {letter.link && (
        <a href={letter.link} className="mt-3 inline-flex min-h-11 items-center">
          {t("open")}
        </a>
      )}
    </section>
  );
}
