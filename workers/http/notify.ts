import { getConnector } from "#connectors/get-connector.ts";
import { writeToMembers } from "#directory/write-to-members.ts";
import { type Env, getConfig } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { createTransport } from "#notifications/create-transport.ts";
import { connectionInvalid } from "#notifications/templates/connection-invalid.ts";
import type { OrganizationEvent } from "#organization/rooms.ts";

/** Tells people by mail what happened in an organization's object. */
export async function notify(env: Env, { kind, organization, connector }: OrganizationEvent): Promise<void> {
  const outbox = { db: env.DB, transport: createTransport(env), now: await getNow(env) };
  const url = `${getConfig(env).dashboardUrl}/connections`;
  const service = getConnector(connector).title;
  const letter = { roles: ["owner", "admin"] as const, event: `${kind}/${crypto.randomUUID()}` };
  await writeToMembers(outbox, organization, letter, (name) =>
    connectionInvalid({ organization: name, service, url }),
  );
}
