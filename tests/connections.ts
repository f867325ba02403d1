import type { Connect } from "#organization/connections/connect.ts";
import type { ShownConnection } from "#organization/connections/shown-connection.ts";
import {
  addMembers,
  alterDatabase,
  createOrganization,
  getValue,
  type TestOrganization,
} from "./organization.ts";
import { createAccount, type SandboxAccount } from "./sandbox.ts";

export function toCredential({ accountId, clientSecret }: SandboxAccount): Connect["credential"] {
  return { accountId, secretKey: clientSecret };
}

export function connect({ object }: TestOrganization, account: SandboxAccount, name?: string) {
  return object.connectAccount(
    { actor: "system" },
    { connector: "hostaway", name, credential: toCredential(account) },
  );
}

/** The one connection of an organization that has only one. */
export async function getOnlyConnection({ object }: TestOrganization): Promise<ShownConnection> {
  const [connection, ...others] = getValue(await object.listConnections());
  if (connection === undefined || others.length > 0) throw new Error("Expected one connection.");
  return connection;
}

/** An organization with two Hostaway accounts: "Miami" with 3 listings, and "Empty" with none. */
export async function createAgency() {
  const organization = await createOrganization();
  const miami = await getOnlyConnection(organization);
  getValue(
    await organization.object.updateConnection({ actor: "system" }, { connection: miami.id, name: "Miami" }),
  );
  const emptyAccount = await createAccount("empty");
  const empty = getValue(await connect(organization, emptyAccount, "Empty"));
  return { organization, apiKey: organization.apiKey, miami, empty, emptyAccount };
}

/** From now on the organization's keys belong to that member. */
export async function bindKeys(organization: TestOrganization, member: string): Promise<void> {
  await addMembers(organization, "member", member);
  await alterDatabase(organization, "update api_keys set member_id = ?", member);
}
