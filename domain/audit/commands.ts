import "server-only";

export { publishHead, sealJournal } from "./chain";
