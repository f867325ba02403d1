import { createOrganization } from "#directory/create-organization.ts";
import { findAskedOrganization } from "#directory/find-asked-organization.ts";
import { toSlug } from "#directory/slug.ts";
import { type Env, getConfig } from "#env.ts";
import { newId } from "#ids.ts";
import { provisionOrganization } from "./provision-organization.ts";

/** Makes the organization that a new user named at sign-up, once the address is confirmed. However often: one. */
export async function createFirstOrganization(
  { env, now }: { env: Env; now: number },
  userId: string,
): Promise<void> {
  const name = await findAskedOrganization(env.DB, userId);
  if (name === null) return;
  const id = newId("org");
  const isMade = await createOrganization(
    { db: env.DB, keyRing: getConfig(env).keyRing, now },
    { id, name, slug: toSlug(name), ownerId: userId, asAskedFor: true },
  );
  if (isMade) await provisionOrganization(env, id);
}
