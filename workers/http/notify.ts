import { getConnector } from "#connectors/get-connector.ts";
import { writeToAdministrators } from "#directory/write-to-administrators.ts";
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
  await writeToAdministrators(outbox, organization, `${kind}/${crypto.randomUUID()}`, (name) =>
    connectionInvalid({ organization: name, service, url }),
  );
}
