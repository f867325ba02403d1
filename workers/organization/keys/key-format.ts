import { hash } from "node:crypto";
import type { OrgId } from "#ids.ts";
import type { KeyRing } from "#lib/key-ring.ts";
import { findTokenOrganization, makeToken } from "./tagged-token.ts";

const API_KEY = { prefix: "api_", purpose: "api-key-tag" } as const;

export function makeKey(organization: OrgId, keyRing: KeyRing): string {
  return makeToken(API_KEY, organization, keyRing);
}

/** The organization that a well-formed, genuinely tagged key names; null for anything else. No I/O. */
export function findKeyOrganization(key: string, keyRing: KeyRing): OrgId | null {
  return findTokenOrganization(API_KEY, key, keyRing);
}

export function hashKey(key: string): string {
  return hash("sha256", key, "hex");
}
