import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { actorAs } from "@/app/_http/actor";
import { address } from "@/app/_http/addresses";
import { outcomeOf } from "@/app/_http/form";
import { missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";
import { today } from "@/app/_http/today";
import { oneOf } from "@/app/_http/typed";
import { acceptFor, megabytesFor } from "@/app/_http/upload";
import { ContractForm } from "@/components/desk/contract-form";
import { ContractMerge } from "@/components/desk/contract-merge";
import { ContractView } from "@/components/desk/contract-view";
import { DeskNav } from "@/components/desk/desk-nav";
import { Page } from "@/components/ui/page";
import { contractFor, contractSavedMeanwhile } from "@/domain/orders/queries";
import { differencesOf } from "@/domain/orders/rules";
import { close, save } from "../actions";
import { typedBack } from "../typed-back";

type Props = PageProps<"/[locale]/portal/contracts/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale: localeOf(locale), namespace: "portal.contract" });
  return { title: t("title", { reference: id }), robots: { index: false, follow: false } };
}

export default async function Contract({ params, searchParams }: Props) {
  const { locale: segment, id } = await params;
  const locale = localeOf(segment);
  setRequestLocale(locale);
  const outcome = outcomeOf("contract");
  const file = { accept: acceptFor("contract"), megabytes: megabytesFor("contract") };
  const form = (hidden: Record<string, string | number>) => ({ action: save, outcome, hidden, file });
  const t = await getTranslations("portal.contract");
  const frame = { title: t("title", { reference: id }) };
  const crumbs = [
    { href: address(locale, "portalContracts"), label: (await getTranslations("portal.contracts"))("title") },
  ];
  // Signed out while typing: what was typed stays on the page until somebody who may save it is signed in again.
  if (outcome?.faults[""] === "signedOut")
    return (
      <Page {...frame}>
        <ContractForm
          {...form({ id: outcome.typed("id") ?? "", reference: id, version: outcome.typed("version") ?? 1 })}
          {...{ typed: typedBack(outcome), findings: [], remarks: {}, files: [], fileHref: () => "" }}
        />
      </Page>
    );
  const known = await actorAs(locale, "agency_staff");
  const contract = known && (await contractFor(known.actor, id));
  if (!known || !contract) return missing(locale);
  const hidden = { id: contract.id, reference: contract.reference };
  const above = <DeskNav actor={known.actor} current="portalContracts" />;
  const meanwhile =
    outcome?.faults[""] === "contracts.unchanged" && contract.mayEdit
      ? await contractSavedMeanwhile(known.actor, id, Number(outcome.typed("version")) || 0)
      : null;
  if (outcome && meanwhile) {
    const mine = typedBack(outcome);
    return (
      <Page {...frame} above={above} breadcrumb={crumbs}>
        <ContractMerge
          {...{ action: save, mine, theirs: meanwhile.theirs, editor: meanwhile.editor }}
          hidden={{ ...hidden, version: meanwhile.version }}
          differences={differencesOf(meanwhile.base, mine, meanwhile.theirs)}
        />
      </Page>
    );
  }
  const search = await searchParams;
  const fileHref = (fileId: string) => address(locale, "portalContractFile", { id, file: fileId });
  return (
    <Page {...frame} above={above} breadcrumb={crumbs}>
      <ContractView
        {...{ contract, today: today(), saved: oneOf(search, "saved"), fileHref }}
        close={contract.mayClose ? { action: close, outcome: outcomeOf("contract-close") } : null}
      />
      {contract.mayEdit && contract.typed && (
        <ContractForm
          {...form({ ...hidden, version: contract.version })}
          {...{
            typed: outcome ? typedBack(outcome) : contract.typed,
            remarks: contract.remarks,
            files: contract.files,
          }}
          {...{ findings: oneOf(search, "check") && !outcome ? contract.findings : [], fileHref }}
        />
      )}
    </Page>
  );
}
