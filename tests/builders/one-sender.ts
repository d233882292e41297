// A process of its own that sends what waits through the mail server named on its command line, until it is killed.
import { sendWaiting, senderKind } from "@/domain/notifications/commands";
import { emailChannel } from "@/platform/channels/email";
import { enter } from "@/platform/presence";

const [url = ""] = process.argv.slice(2);
const presence = await enter(senderKind);
await sendWaiting(presence, { email: emailChannel(url) }, (_, code) => code);
