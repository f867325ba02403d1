import { findUsageAlerts } from "#billing/find-usage-alerts.ts";
import { getConnector } from "#connectors/get-connector.ts";
import { writeToMembers } from "#directory/write-to-members.ts";
import { type Env, getConfig } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { createTransport } from "#notifications/create-transport.ts";
import type { EmailContent } from "#notifications/email.ts";
import { connectionInvalid } from "#notifications/templates/connection-invalid.ts";
import { usageThreshold } from "#notifications/templates/usage-threshold.ts";
import { webhookDisabled } from "#notifications/templates/webhook-disabled.ts";
import type { OrganizationEvent } from "#organization/rooms.ts";

/** Tells owners and admins by mail what happened in an organization's object. An event that comes again writes to nobody twice. */
export async function notify(env: Env, event: OrganizationEvent): Promise<void> {
  const { kind, organization } = event;
  if (kind === "usage_threshold" && !(await findUsageAlerts(env.DB, organization))) return;
  const outbox = { db: env.DB, transport: createTransport(env), now: await getNow(env) };
  const id = kind === "connection_invalid" ? crypto.randomUUID() : event.event;
  const letter = { roles: ["owner", "admin"] as const, event: `${kind}/${id}` };
  const toContent = toLetter(event, getConfig(env).dashboardUrl);
  await writeToMembers(outbox, organization, letter, toContent);
}

function toLetter(event: OrganizationEvent, dashboard: string): (organization: string) => EmailContent {
  switch (event.kind) {
    case "connection_invalid": {
      const service = getConnector(event.connector).title;
      return (organization) => connectionInvalid({ organization, service, url: `${dashboard}/connections` });
    }
    case "usage_threshold":
      return (organization) => usageThreshold({ ...event, organization, url: `${dashboard}/billing` });
    case "webhook_disabled":
      return (organization) =>
        webhookDisabled({ organization, host: event.host, url: `${dashboard}/settings/webhooks` });
  }
}
