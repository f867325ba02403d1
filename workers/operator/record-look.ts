import { drizzle } from "drizzle-orm/d1";
import { forOrganization } from "#directory/directory.ts";
import { operatorLooks } from "#directory/schema/index.ts";
import type { Env } from "#env.ts";
import { OrgId } from "#ids.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { unlessEmpty } from "./unless-empty.ts";

interface Looking {
  userId: string;
  email: string;
  ip: string | undefined;
  now: number;
}

interface Look {
  /** As the API's description names it. */
  operation: string;
  target: string;
  /** The one that it is about, if it is about one. */
  organization?: string;
}

const LONGEST_TARGET = 200;

/** Who looks at what, before they see it; a look at one organization is in its own activity too. */
export async function recordLook(
  env: Env,
  { userId, email, ip, now }: Looking,
  { operation, target, organization }: Look,
): Promise<void> {
  const shown = target === "" ? null : target.slice(0, LONGEST_TARGET);
  const look = { id: crypto.randomUUID(), at: now, userId, email, operation, target: shown, ip: ip ?? null };
  await drizzle(env.DB).insert(operatorLooks).values(look);
  const id = OrgId.safeParse(organization).data;
  if (id === undefined) return;
  if ((await forOrganization(env.DB, id).findOrganization()) === null) return;
  // Where from stays with the operator: owners read this one.
  const by = { actor: `operator:${userId}` } as const;
  const event = { action: "operator/look", target: operation, result: "ok" } as const;
  const recording = getOrganization(env, id).recordEvent(by, event).then(throwReceipt);
  await unlessEmpty(recording, undefined);
}
