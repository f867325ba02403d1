import { createHmac, timingSafeEqual } from "node:crypto";
import { fromLocator, type OrgId, toLocator } from "#ids.ts";
import type { KeyRing } from "#lib/key-ring.ts";

/*
 * The OAuth library's codes and tokens are `subject:grant:secret`. Ours names the organization, and is tagged so that the
 * edge can refuse forgeries without I/O, as an API key is: locator ~ id of the ring's secret and tag ~ user.
 */
const TAG_BYTES = 8;
const FORM = /^([0-9a-f]{16})~([0-9a-f])([0-9a-f]{16})~([^:~]{1,100})$/;

export function makeSubject(organization: OrgId, userId: string, keyRing: KeyRing): string {
  const locator = Buffer.from(toLocator(organization)).toString("hex");
  const tag = sign(keyRing, keyRing.current, locator, userId);
  if (tag === undefined) throw new Error("The key ring has no current secret.");
  return `${locator}~${keyRing.current.toString(16)}${tag.toString("hex")}~${userId}`;
}

/** The organization that a well-formed, genuinely tagged code or token names; null for anything else. No I/O. */
export function findSubjectOrganization(token: string, keyRing: KeyRing): OrgId | null {
  const [subject = "", grant, secret, ...rest] = token.split(":");
  const [, locator = "", ring = "", tag = "", userId = ""] = FORM.exec(subject) ?? [];
  if (!grant || !secret || rest.length > 0 || locator === "") return null;
  const expected = sign(keyRing, Number.parseInt(ring, 16), locator, userId);
  if (expected === undefined || !timingSafeEqual(expected, Buffer.from(tag, "hex"))) return null;
  return fromLocator(Buffer.from(locator, "hex"));
}

function sign(keyRing: KeyRing, ring: number, locator: string, userId: string): Buffer | undefined {
  const key = keyRing.derive(ring, "grant-tag");
  if (key === undefined) return undefined;
  return createHmac("sha256", key).update(`${locator}~${userId}`).digest().subarray(0, TAG_BYTES);
}
