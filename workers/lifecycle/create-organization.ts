import { z } from "zod";
import { createOrganization as insertOrganization } from "#directory/create-organization.ts";
import { Slug, toSlug } from "#directory/slug.ts";
import { type Env, getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { newId, type OrgId } from "#ids.ts";
import { Name } from "#lib/name.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "#organization/audit/audit-entry.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { provisionOrganization } from "./provision-organization.ts";

export const CreateOrganization = z.object({
  name: Name,
  /** Made from the name where it is not given. */
  slug: Slug.optional(),
});
export type CreateOrganization = z.infer<typeof CreateOrganization>;

/** Once it is in the Directory it is there for good: what a crash leaves of the rest, a job finishes. */
export async function createOrganization(
  { env, now, ownerId, by }: { env: Env; now: number; ownerId?: string; by?: By },
  input: CreateOrganization,
): Promise<OrgId> {
  const { name, slug = toSlug(name) } = parseInput(CreateOrganization, input);
  const id = newId("org");
  const { keyRing } = getConfig(env);
  const isMade = await insertOrganization({ db: env.DB, keyRing, now }, { id, name, slug, ownerId });
  if (!isMade) throw new AppError("conflict", "slug: another organization has it.");
  await provisionOrganization(env, id);
  if (by !== undefined) {
    const made = { action: "organization/create", result: "ok" } as const;
    throwReceipt(await getOrganization(env, id).recordEvent(by, made));
  }
  return id;
}
