import type { z } from "zod";
import type { ContactsAnswer } from "@/domain/complaints/queries";
import type { ContactAnswer } from "@/domain/complaints/rules";
import { dayOf } from "@/domain/kernel/calendar";
import type { contactCheckAnswer } from "../answers/contacts";

type Counted = ContactAnswer["reports"]["confirmed"];
const counted = (one: Counted) => one && { count: one.count, since: dayOf(one.since) };

/** Field by field: what is not named here is not given away. */
export const contactCheckAnswerOf = ({
  state,
  first,
  disguised,
  contacts,
}: ContactsAnswer): Omit<z.input<typeof contactCheckAnswer>, "notes"> => ({
  ...{ state, disguised, verdict: first?.verdict ?? null },
  contacts: contacts.map(({ contact, verdict, owners, declared, warnings, imitated, reports }) => ({
    ...{ kind: contact.kind, value: contact.value, verdict },
    agencies: owners.map(({ slug, name, status }) => ({ key: slug, name, status })),
    declared: declared.map(({ slug, agency, provinces, until }) => ({
      key: slug,
      name: agency,
      provinces: [...provinces],
      until,
    })),
    warnings: warnings.map(({ name, from, source, verified }) => ({ name, from, source, verified })),
    imitated: imitated.map(({ slug, name, website }) => ({ key: slug, name, website })),
    reports: {
      confirmed: counted(reports.confirmed),
      fault: counted(reports.fault),
      unverified: counted(reports.unverified),
    },
  })),
});
