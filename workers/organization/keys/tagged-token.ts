import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { fromLocator, type OrgId, toLocator } from "#ids.ts";
import type { KeyPurpose, KeyRing } from "#lib/key-ring.ts";

/*
 * A prefix and 32 bytes in hexadecimal:
 *   1  version (high four bits) and the id of the ring secret that made the tag (low four)
 *   8  locator: which organization
 *  15  random
 *   8  tag: HMAC-SHA-256 over the 24 bytes before it, cut
 * The tag lets the edge refuse forgeries without I/O. The proof is the hash in the organization's object.
 */
const VERSION = 1;
const SIGNED_BYTES = 24;
const TAG_BYTES = 8;
const FORM = /^[0-9a-f]{64}$/;

export interface TokenKind {
  prefix: string;
  purpose: KeyPurpose;
}

export function makeToken({ prefix, purpose }: TokenKind, organization: OrgId, keyRing: KeyRing): string {
  const tagKey = keyRing.derive(keyRing.current, purpose);
  if (tagKey === undefined) throw new Error("The key ring has no current secret.");
  const head = Uint8Array.of((VERSION << 4) | keyRing.current);
  const signed = Buffer.concat([head, toLocator(organization), randomBytes(15)]);
  return `${prefix}${Buffer.concat([signed, sign(signed, tagKey)]).toString("hex")}`;
}

/** The organization that a well-formed, genuinely tagged token names; null for anything else. No I/O. */
export function findTokenOrganization(
  { prefix, purpose }: TokenKind,
  token: string,
  keyRing: KeyRing,
): OrgId | null {
  const hex = token.slice(prefix.length);
  if (!token.startsWith(prefix) || !FORM.test(hex)) return null;
  const bytes = Buffer.from(hex, "hex");
  const head = bytes[0] ?? 0;
  const tagKey = keyRing.derive(head & 0x0f, purpose);
  if (head >> 4 !== VERSION || tagKey === undefined) return null;
  const tag = sign(bytes.subarray(0, SIGNED_BYTES), tagKey);
  return timingSafeEqual(tag, bytes.subarray(SIGNED_BYTES)) ? fromLocator(bytes.subarray(1, 9)) : null;
}

function sign(signed: Uint8Array, tagKey: Uint8Array): Uint8Array {
  return createHmac("sha256", tagKey).update(signed).digest().subarray(0, TAG_BYTES);
}
