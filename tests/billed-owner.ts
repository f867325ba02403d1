import type { OrgId } from "#ids.ts";
import { toCredential } from "./connections.ts";
import { createPerson, type Person } from "./person.ts";
import { createAccount, type SandboxAccount } from "./sandbox.ts";

/** Connects an account as a person does in the dashboard. */
export function connectAs(person: Person, id: OrgId, account: SandboxAccount) {
  const path = `/api/v1/organizations/${id}/connections`;
  return person.browser.post(path, { connector: "hostaway", credential: toCredential(account) });
}

/** Somebody with an organization in its trial, connected to a Hostaway account of its own with three listings. */
export async function createBilledOwner() {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const account = await createAccount();
  await connectAs(owner, id, account);
  return { owner, id, account, path: `/api/v1/organizations/${id}/billing` };
}
