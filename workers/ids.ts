import { randomBytes } from "node:crypto";
import { z } from "zod";

const prefixes = ["org", "key", "con", "cli", "chg", "whk", "evt", "dlv"] as const;
export type IdPrefix = (typeof prefixes)[number];
export type Id<Prefix extends IdPrefix> = `${Prefix}_${string}`;
export type OrgId = Id<"org">;
export type KeyId = Id<"key">;
export type ConnectionId = Id<"con">;
export type ClientConfigurationId = Id<"cli">;
export type ChangeId = Id<"chg">;
export type WebhookId = Id<"whk">;
export type EventId = Id<"evt">;
export type DeliveryId = Id<"dlv">;
/** `grt_` and the 16 letters that the OAuth library names a grant by. */
export type GrantId = `grt_${string}`;
/** What a call is made with. */
export type CredentialId = KeyId | GrantId;

/** Prefix and 16 hexadecimal characters: the 8 bytes that an API key carries as its organization's locator. */
export function newId<Prefix extends IdPrefix>(prefix: Prefix): Id<Prefix> {
  return `${prefix}_${randomBytes(8).toString("hex")}`;
}

const idSchema = <Prefix extends IdPrefix>(prefix: Prefix) =>
  z.templateLiteral([z.literal(`${prefix}_`), z.string().regex(/^[0-9a-f]{16}$/)]);

export const OrgId = idSchema("org");
export const KeyId = idSchema("key");
export const ConnectionId = idSchema("con");
export const ClientConfigurationId = idSchema("cli");
export const ChangeId = idSchema("chg");
export const WebhookId = idSchema("whk");
export const DeliveryId = idSchema("dlv");
export const GrantId = z.templateLiteral([z.literal("grt_"), z.string().regex(/^[\w-]{16}$/)]);

export function toLocator(id: OrgId): Uint8Array {
  return Buffer.from(id.slice("org_".length), "hex");
}

export function fromLocator(locator: Uint8Array): OrgId {
  return `org_${Buffer.from(locator).toString("hex")}`;
}
