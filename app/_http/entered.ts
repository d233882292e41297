// Where somebody goes who has just signed in: on to what she wanted, unless a second step comes first.
import "server-only";
import { signedInAs } from "@/domain/accounts/queries";
import { localPath } from "@/domain/accounts/rules";
import { type Locale, address } from "./addresses";

export async function afterSignIn(locale: Locale, signInId: string, next: string | null): Promise<string> {
  const known = await signedInAs(signInId);
  const to = localPath(next);
  if (!known) return address(locale, "signIn", null, { next: to });
  if (known.waitsFor === "second_step") return address(locale, "secondStep", null, { next: to });
  if (known.waitsFor === "second_step_set_up") return address(locale, "secondStepSetUp", null, { next: to });
  return to ?? address(locale, "account");
}
