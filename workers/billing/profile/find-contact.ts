import { forOrganization } from "#directory/directory.ts";
import { listMembers } from "#directory/team/list-members.ts";
import type { BillingContext } from "../billing-context.ts";

/** Who invoices go to while nobody has said otherwise. */
export interface Contact {
  organizationName: string | null;
  email: string | null;
}

export async function findContact({ env, id }: Pick<BillingContext, "env" | "id">): Promise<Contact> {
  const directory = forOrganization(env.DB, id);
  const [organization, members] = await Promise.all([directory.findOrganization(), listMembers(directory)]);
  const owner = members.find(({ role }) => role === "owner");
  return { organizationName: organization?.name ?? null, email: owner?.email ?? null };
}
