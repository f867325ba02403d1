import { env } from "cloudflare:workers";
import { getNow } from "#lib/get-now.ts";
import { closeOrganization } from "#lifecycle/close-organization.ts";
import { pushPolicy } from "#lifecycle/push-policy.ts";
import { database } from "./database.ts";
import { createUser } from "./directory.ts";
import type { TestOrganization } from "./organization.ts";
import { createOrganization } from "./organization.ts";

/** An organization with an owner who is written to. */
export async function createOwned() {
  const organization = await createOrganization();
  const owner = await createUser();
  await database
    .prepare(
      "insert into members (id, organization_id, user_id, role, created_at) values (?, ?, ?, 'owner', 0)",
    )
    .bind(crypto.randomUUID(), organization.id, owner.id)
    .run();
  await pushPolicy(env, organization.id);
  const by = { actor: `user:${owner.id}` } as const;
  return { organization, owner, by };
}

/** Begins its deletion, now. */
export async function close({ id }: TestOrganization, by: Parameters<typeof closeOrganization>[0]["by"]) {
  return closeOrganization({ env, now: await getNow(env), by }, id);
}
