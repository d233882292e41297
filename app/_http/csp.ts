// The content security policy: only our own files, and only the scripts of this very answer.

const fixed = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

// React's development build evaluates text and injects styles; production does neither.
const development = process.env.NODE_ENV === "development";
const evaluation = development ? " 'unsafe-eval'" : "";
const policyStart = development ? fixed.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'") : fixed;

export function contentSecurityPolicy(nonce: string): string {
  return `${policyStart}; script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`;
}

/** 128 random bits, as the standard asks; new for each answer. */
export function newNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
}
