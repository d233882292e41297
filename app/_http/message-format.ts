// Stands in for use-intl/format-message (alias in next.config.js): the same ICU sentences, each compiled once per process.
// The original compiles every sentence again in every request: 0.1 ms a sentence, several milliseconds a page.
import compile from "icu-minify/compile";
import format, { type FormatOptions, type FormatValues } from "icu-minify/format";

type Formats = { dateTime?: object; number?: object };
type Options = { locale: string; timeZone?: string; formats?: Formats; globalFormats?: Formats };
type Compiled = Parameters<typeof format>[0];

const sentences = new Map<string, Compiled>();
const tools = new Map<string, unknown>();

/** One Intl object per language and options: making one costs more than a page's whole text. */
function kept<T>(kind: string, locale: string, options: object | undefined, make: () => T): T {
  const key = `${kind} ${locale} ${options ? JSON.stringify(options) : ""}`;
  if (!tools.has(key)) tools.set(key, make());
  return tools.get(key) as T;
}

const formatters: FormatOptions["formatters"] = {
  getDateTimeFormat: (locale, options) =>
    kept("date", String(locale), options, () => new Intl.DateTimeFormat(locale, options)),
  getNumberFormat: (locale, options) =>
    kept("number", String(locale), options, () => new Intl.NumberFormat(locale, options)),
  getPluralRules: (locale, options) =>
    kept("plural", String(locale), options, () => new Intl.PluralRules(locale, options)),
};

function compiled(message: string): Compiled {
  const known = sentences.get(message);
  if (known !== undefined) return known;
  const made = compile(message);
  sentences.set(message, made);
  return made;
}

export default function formatMessage(
  key: string,
  message: unknown,
  values: FormatValues<unknown> | undefined,
  options: Options,
) {
  if (typeof message !== "string") throw new TypeError(`${key} is not a sentence but ${typeof message}`);
  if (!values && !/['<{]/.test(message)) return message;
  return format(compiled(message), options.locale, values as never, {
    formatters,
    timeZone: options.timeZone,
    formats: {
      dateTime: { ...options.globalFormats?.dateTime, ...options.formats?.dateTime },
      number: { ...options.globalFormats?.number, ...options.formats?.number },
    },
  });
}

/** Lists of sentences may be read with t.raw. */
formatMessage.raw = true;
