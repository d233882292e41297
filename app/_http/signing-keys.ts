// The list of public keys as published.
import { publicKeys, signedPrefix } from "@/platform/signing";

export const signingKeys = () => ({
  algorithm: "Ed25519",
  /** What is signed: these letters, then the code without its last hundred. */
  prefix: signedPrefix,
  layout: "kind(1) key(2) day(3, base 36, days since 2020-01-01) id(1-20) signature(100, base 36)",
  keys: publicKeys(),
});
