// Colour and picture of each licence answer; the word always stands beside them.
import type { VerdictCode } from "@/domain/licences/rules";
import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/status";

export const tones: Record<VerdictCode, Tone> = {
  licensed: "good",
  restricted: "caution",
  revoked: "danger",
  surrendered: "danger",
  bankruptcy_opened: "danger",
  dissolving: "caution",
  other_licence: "caution",
  unknown: "neutral",
  warned: "danger",
};
export const icons: Partial<Record<VerdictCode, IconName>> = { restricted: "pause", dissolving: "warning" };

/** The firm may no longer act, and owes duties to those it has already sent (L69 Art. 27(1)). */
export const ended: ReadonlySet<VerdictCode> = new Set(["revoked", "surrendered", "bankruptcy_opened", "dissolving"]);
