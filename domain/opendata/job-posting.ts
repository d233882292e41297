// An open order as search engines read job offers (schema.org JobPosting, within the rules of Google for Jobs). Closed orders have none.
import { marketOf, occupationOf, programmeOf } from "@/domain/kernel/catalogue";
import { type Day, dayOf } from "@/domain/kernel/calendar";
import { minorPlaces } from "@/domain/kernel/money";
import type { OrderPage } from "@/domain/orders/queries";

/** Sentences of messages/<language>/opendata.json, below "posting". */
export type Words = (key: string, values?: Record<string, string | number>) => string;
type Context = { locale: "vi" | "en"; url: string; agencyUrl: string | null; words: Words };
type Posted = Pick<OrderPage, "facts" | "notOpen" | "agency" | "placesLeft">;
type Facts = Posted["facts"];

type Value = { "@type": "QuantitativeValue"; unitText: string; value?: number; minValue?: number; maxValue?: number };
export type JobPosting = {
  "@context": "https://schema.org";
  "@type": "JobPosting";
  title: string;
  description: string;
  identifier: { "@type": "PropertyValue"; name: string; value: string };
  url: string;
  datePosted: string;
  validThrough?: string;
  directApply: boolean;
  employmentType: string;
  hiringOrganization: { "@type": "Organization"; name: string; sameAs?: string };
  jobLocation: {
    "@type": "Place";
    address: { "@type": "PostalAddress"; addressCountry: string; addressRegion?: string };
  };
  baseSalary?: { "@type": "MonetaryAmount"; currency: string; value: Value };
  totalJobOpenings?: number;
  educationRequirements?:
    { "@type": "EducationalOccupationalCredential"; credentialCategory: string } | "no requirements";
  experienceRequirements?:
    { "@type": "OccupationalExperienceRequirements"; monthsOfExperience: number } | "no requirements";
};

const units: Record<string, string> = { month: "MONTH", hour: "HOUR", year: "YEAR" };
/** Our levels in the words the markup allows; primary and lower secondary have none. */
const credentials: Record<number, string> = {
  3: "high school",
  4: "professional certificate",
  5: "associate degree",
  6: "bachelor degree",
};
const fullTimeFrom = 30;

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const unitsIn = (minor: bigint, currency: string): number => Number(minor) / 10 ** minorPlaces(currency);

function salaryOf(facts: Facts): JobPosting["baseSalary"] {
  const unitText = units[facts.payPeriod];
  const { currency } = facts;
  const of = (minor: bigint | null) => (minor !== null && minor > 0n ? unitsIn(minor, currency) : null);
  const basic = of(facts.basicMinor);
  const [min, max] = [of(facts.payMinMinor), of(facts.payMaxMinor)];
  if (!unitText) return undefined;
  const amount = (value: Partial<Value>): JobPosting["baseSalary"] => ({
    "@type": "MonetaryAmount",
    currency,
    value: { "@type": "QuantitativeValue", ...value, unitText },
  });
  if (basic !== null) return amount({ value: basic });
  // "net" and "typical" are not a base salary.
  if (facts.payBasis !== "basic" && facts.payBasis !== "gross") return undefined;
  if (min !== null && max !== null)
    return amount(min < max ? { minValue: min, maxValue: max } : { value: Math.min(min, max) });
  const one = min ?? max;
  return one === null ? undefined : amount({ value: one });
}

const vietnamese = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });
const english = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

function descriptionOf(facts: Facts, { locale, words }: Context): string {
  const vi = locale === "vi";
  const number = (value: number | bigint) => (vi ? vietnamese : english).format(value);
  const money = (minor: bigint) => `${number(unitsIn(minor, facts.currency))} ${facts.currency}`;
  const market = marketOf(facts.market);
  const programme = programmeOf(facts.programme);
  const lines: (string | false | null)[] = [
    market ? words("market", { market: vi ? market.nameVi : market.nameEn }) : null,
    programme ? words("programme", { programme: vi ? programme.nameVi : programme.nameEn }) : null,
    facts.workplace !== null && words("workplace", { workplace: facts.workplace }),
    words("sender", { sender: facts.senderName }),
    facts.contractMonths !== null && words("contract", { months: facts.contractMonths }),
    facts.hoursPerWeek !== null && words("hours", { hours: number(facts.hoursPerWeek) }),
    facts.basicMinor !== null && words("basic", { amount: money(facts.basicMinor), period: facts.payPeriod }),
    facts.netMinor !== null && words("net", { amount: money(facts.netMinor) }),
    facts.costVnd !== null && words("cost", { amount: number(facts.costVnd) }),
    facts.depositVnd !== null &&
      words(facts.depositVnd === 0n ? "noDeposit" : "deposit", { amount: number(facts.depositVnd) }),
    facts.costRateOn !== null && words("rate", { day: facts.costRateOn.split("-").reverse().join("/") }),
    facts.ageMin !== null &&
      words(facts.ageMax === null ? "ageFrom" : "age", { min: facts.ageMin, max: facts.ageMax ?? "" }),
    facts.languageLevel !== null &&
      words("language", { level: [facts.languageTest, facts.languageLevel].filter(Boolean).join(" ") }),
    facts.deadlineOn !== null && words("deadline", { day: facts.deadlineOn.split("-").reverse().join("/") }),
  ];
  const list = lines.filter((line): line is string => Boolean(line)).map((line) => `<li>${escaped(line)}</li>`);
  const told = facts.description?.trim()
    ? `<p>${escaped(facts.description.trim()).replace(/\s*\n\s*/g, "<br>")}</p>`
    : "";
  return `<p>${escaped(facts.title)}</p>${told}<ul>${list.join("")}</ul>`;
}

function requirementsOf({
  education,
  experienceMonths,
}: Facts): Pick<JobPosting, "educationRequirements" | "experienceRequirements"> {
  const credentialCategory = education === null ? undefined : credentials[education];
  return {
    ...(education === 0 && { educationRequirements: "no requirements" as const }),
    ...(credentialCategory && {
      educationRequirements: { "@type": "EducationalOccupationalCredential" as const, credentialCategory },
    }),
    ...(experienceMonths === 0 && { experienceRequirements: "no requirements" as const }),
    ...(experienceMonths !== null &&
      experienceMonths > 0 && {
        experienceRequirements: {
          "@type": "OccupationalExperienceRequirements" as const,
          monthsOfExperience: experienceMonths,
        },
      }),
  };
}

/** Null for what is no open position: an order that is not open, and training for a pool, which promises no job (L69 Art. 18). */
export function jobPosting({ facts, notOpen, placesLeft }: Posted, context: Context): JobPosting | null {
  if (notOpen || !facts.publishedAt || facts.kind === "source_preparation") return null;
  const occupation = occupationOf(facts.occupation);
  const named = context.locale === "vi" ? occupation?.nameVi : occupation?.nameEn;
  const salary = salaryOf(facts);
  const employer = facts.employerName?.trim();
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    // The name of the job only: headings carry pay, places and firms, which the rules forbid here.
    title: named ?? facts.title,
    description: descriptionOf(facts, context),
    identifier: { "@type": "PropertyValue", name: facts.senderName, value: facts.reference },
    url: context.url,
    datePosted: dayOf(facts.publishedAt),
    // The last day to apply counts to its end, in Hà Nội.
    ...(facts.deadlineOn && { validThrough: `${facts.deadlineOn}T23:59:59+07:00` }),
    directApply: false,
    employmentType: facts.hoursPerWeek !== null && facts.hoursPerWeek < fullTimeFrom ? "PART_TIME" : "FULL_TIME",
    hiringOrganization: {
      "@type": "Organization",
      name: employer || facts.senderName,
      ...(!employer && context.agencyUrl && { sameAs: context.agencyUrl }),
    },
    jobLocation: {
      "@type": "Place",
      address: {
        "@type": "PostalAddress",
        addressCountry: facts.market,
        ...(facts.region && { addressRegion: facts.region }),
      },
    },
    ...(salary && { baseSalary: salary }),
    ...(placesLeft !== null && placesLeft > 0 && { totalJobOpenings: placesLeft }),
    ...requirementsOf(facts),
  };
}

/** As it stands in the page's script element: no text of an order can end that element. */
export const jobPostingText = (posting: JobPosting): string =>
  JSON.stringify(posting).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

const employmentTypes = new Set([
  "FULL_TIME",
  "PART_TIME",
  "CONTRACTOR",
  "TEMPORARY",
  "INTERN",
  "VOLUNTEER",
  "PER_DIEM",
  "OTHER",
]);
const salaryUnits = new Set(["HOUR", "DAY", "WEEK", "MONTH", "YEAR"]);
const tagsAllowed = /^(?:[^<]|<\/?(?:p|ul|li|br|strong)>)*$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

function salaryFaults({ baseSalary }: JobPosting): string[] {
  if (!baseSalary) return [];
  const { value, currency } = baseSalary;
  const amounts = [value.value, value.minValue, value.maxValue].filter((amount) => amount !== undefined);
  return [
    !/^[A-Z]{3}$/.test(currency) && "baseSalary.currency",
    !salaryUnits.has(value.unitText) && "baseSalary.unitText",
    (amounts.length === 0 || amounts.some((amount) => !Number.isFinite(amount) || amount <= 0)) && "baseSalary.value",
    value.value !== undefined && value.minValue !== undefined && "baseSalary.valueAndRange",
    (value.minValue ?? 0) > (value.maxValue ?? Number.POSITIVE_INFINITY) && "baseSalary.range",
  ].filter((fault): fault is string => fault !== false);
}

/** What Google's rules for job postings would refuse; empty for a valid one. */
export function jobPostingFaults(posting: JobPosting, today: Day): string[] {
  const text = posting.description.replace(/<[^>]*>/g, " ").trim();
  const address = posting.jobLocation.address;
  const faults: (string | false)[] = [
    posting["@context"] !== "https://schema.org" && "@context",
    posting["@type"] !== "JobPosting" && "@type",
    (!posting.title.trim() || posting.title.length > 120 || /[<>!*]|\d{6,}|VND|₫|\$|€|¥/.test(posting.title)) &&
      "title",
    (text.length < 60 || text === posting.title || !tagsAllowed.test(posting.description)) && "description",
    (!day.test(posting.datePosted) || posting.datePosted > today) && "datePosted",
    posting.validThrough !== undefined &&
      (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/.test(posting.validThrough) ||
        posting.validThrough.slice(0, 10) < today ||
        posting.validThrough.slice(0, 10) < posting.datePosted) &&
      "validThrough",
    !posting.hiringOrganization.name.trim() && "hiringOrganization.name",
    !/^[A-Z]{2}$/.test(address.addressCountry) && "jobLocation.addressCountry",
    address.addressRegion !== undefined && !address.addressRegion.trim() && "jobLocation.addressRegion",
    !employmentTypes.has(posting.employmentType) && "employmentType",
    typeof posting.directApply !== "boolean" && "directApply",
    !URL.canParse(posting.url) && "url",
    !posting.identifier.value && "identifier",
    posting.totalJobOpenings !== undefined &&
      !(Number.isInteger(posting.totalJobOpenings) && posting.totalJobOpenings > 0) &&
      "totalJobOpenings",
  ];
  return [...faults.filter((fault): fault is string => fault !== false), ...salaryFaults(posting)];
}
