// Every open order gives a posting that the rules of Google for Jobs accept; whatever its texts hold, it stays data.
import fc from "fast-check";
import { expect, test } from "vitest";
import { markets, occupations } from "@/domain/kernel/catalogue";
import { day } from "@/domain/kernel/calendar";
import { anOrderInput } from "@/tests/builders/order";
import { wordsOf } from "@/tests/builders/words";
import { jobPosting, jobPostingFaults, jobPostingText } from "./job-posting";

type Posted = Parameters<typeof jobPosting>[0];
const today = day("2026-11-20");

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const minor = orNull(fc.bigInt({ min: 0n, max: 10n ** 13n }));
const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 });
const facts = fc.record({
  kind: fc.constantFrom("agency_order", "state_programme"),
  market: fc.constantFrom(...markets.map((market) => market.code)),
  occupation: fc.constantFrom(...occupations.map((occupation) => occupation.slug)),
  title: words,
  description: orNull(
    fc.oneof(
      words,
      fc.constant("</script><script>alert(1)</script>"),
      fc.constant("dòng một\n\ndòng hai <b>đậm</b> & hết"),
    ),
  ),
  workplace: orNull(words),
  region: orNull(fc.constantFrom("Bayern", "Osaka", "Đài Bắc")),
  senderName: fc.constantFrom("Công ty Cổ phần Mẫu", "Trung tâm Lao động ngoài nước"),
  employerName: orNull(fc.constantFrom("Klinik Mẫu", "  ")),
  currency: fc.constantFrom("VND", "JPY", "EUR", "KWD"),
  payPeriod: fc.constantFrom("month", "hour", "year"),
  payBasis: fc.constantFrom("basic", "gross", "net", "typical", "unknown"),
  ...{ basicMinor: minor, netMinor: minor, payMinMinor: minor, payMaxMinor: minor, costVnd: minor, depositVnd: minor },
  costRateOn: orNull(fc.constantFrom(day("2026-11-20"))),
  hoursPerWeek: orNull(fc.integer({ min: 1, max: 84 })),
  education: orNull(fc.integer({ min: 0, max: 6 })),
  experienceMonths: orNull(fc.integer({ min: 0, max: 600 })),
  contractMonths: orNull(fc.integer({ min: 1, max: 120 })),
  deadlineOn: orNull(fc.constantFrom(day("2026-11-20"), day("2027-02-28"))),
  publishedAt: fc.date({ min: new Date("2026-01-01"), max: new Date("2026-11-20T03:00:00Z"), noInvalidDate: true }),
});
const posted = (over: object, notOpen: unknown = null): Posted =>
  ({
    facts: { ...anOrderInput(), costRateOn: null, reference: "DE-000123", ...over },
    notOpen,
    agency: null,
    placesLeft: 3,
  }) as unknown as Posted;
const context = (locale: "vi" | "en") => ({
  locale,
  url: "https://example.vn/don-hang/DE-000123",
  agencyUrl: "https://example.vn/doanh-nghiep/mau",
  words: wordsOf(locale),
});

test("postings of open orders are valid, in both languages", () => {
  fc.assert(
    fc.property(facts, fc.constantFrom("vi" as const, "en" as const), (over, locale) => {
      const posting = jobPosting(posted(over), context(locale));
      expect(posting).not.toBeNull();
      if (!posting) return;
      expect(jobPostingFaults(posting, today)).toEqual([]);
      const text = jobPostingText(posting);
      expect(text).not.toMatch(/[<>]/);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(posting)));
    }),
    { numRuns: 1_000 },
  );
});

test("an order that is not open, and training for a pool, carry none", () => {
  const publishedAt = new Date("2026-11-01");
  expect(jobPosting(posted({ publishedAt }, { reason: "deadline", conditions: [] }), context("vi"))).toBeNull();
  expect(jobPosting(posted({ publishedAt, kind: "source_preparation" }), context("vi"))).toBeNull();
});

test("the check finds what it must find", () => {
  const publishedAt = new Date("2026-11-01T00:00:00Z");
  const posting = jobPosting(posted({ publishedAt, costVnd: 1n, depositVnd: 0n }), context("vi"));
  if (!posting) throw new Error("no posting");
  expect(posting).toMatchObject({
    datePosted: "2026-11-01",
    validThrough: "2027-01-31T23:59:59+07:00",
    baseSalary: { currency: "EUR", value: { value: 2800, unitText: "MONTH" } },
  });
  const faulty = (over: object) => jobPostingFaults({ ...posting, ...over }, today);
  expect(faulty({})).toEqual([]);
  expect(faulty({ title: "Lương 30.000.000 VND!" })).toContain("title");
  expect(faulty({ description: "<p>ngắn</p>" })).toContain("description");
  expect(faulty({ description: `${posting.description}<script>x</script>` })).toContain("description");
  expect(faulty({ validThrough: "2026-11-19T23:59:59+07:00" })).toContain("validThrough");
  expect(faulty({ datePosted: "2026-12-01" })).toContain("datePosted");
  expect(faulty({ hiringOrganization: { "@type": "Organization", name: " " } })).toContain("hiringOrganization.name");
  expect(
    faulty({
      baseSalary: { ...posting.baseSalary, value: { "@type": "QuantitativeValue", unitText: "SHIFT", value: 0 } },
    }),
  ).toEqual(["baseSalary.unitText", "baseSalary.value"]);
});
