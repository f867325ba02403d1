import type { OrgId } from "#ids.ts";
import type { KeyRing } from "#lib/key-ring.ts";
import { findTokenOrganization, makeToken } from "../keys/tagged-token.ts";

const WEBHOOK = { prefix: "whk_", purpose: "webhook-tag" } as const;

/** The secret part of an address that an upstream sends its news to. */
export function makeWebhookToken(organization: OrgId, keyRing: KeyRing): string {
  return makeToken(WEBHOOK, organization, keyRing);
}

/** Null for what was not made here. No I/O. */
export function findWebhookOrganization(token: string, keyRing: KeyRing): OrgId | null {
  return findTokenOrganization(WEBHOOK, token, keyRing);
}
