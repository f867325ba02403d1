import { z } from "zod";
import { createOrganization as insertOrganization } from "#directory/create-organization.ts";
import { Name } from "#directory/name.ts";
import { Slug, toSlug } from "#directory/slug.ts";
import { type Env, getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { newId, type OrgId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import { provisionOrganization } from "./provision-organization.ts";

export const CreateOrganization = z.object({
  name: Name,
  /** Made from the name where it is not given. */
  slug: Slug.optional(),
});
export type CreateOrganization = z.infer<typeof CreateOrganization>;

/** Once it is in the Directory it is there for good: what a crash leaves of the rest, a job finishes. */
export async function createOrganization(
  { env, now, ownerId }: { env: Env; now: number; ownerId?: string },
  input: CreateOrganization,
): Promise<OrgId> {
  const { name, slug = toSlug(name) } = parseInput(CreateOrganization, input);
  const id = newId("org");
  const { keyRing } = getConfig(env);
  const isMade = await insertOrganization({ db: env.DB, keyRing, now }, { id, name, slug, ownerId });
  if (!isMade) throw new AppError("conflict", "slug: another organization has it.");
  await provisionOrganization(env, id);
  return id;
}
