import type { SerializeFrom } from "@remix-run/cloudflare";
import { Badge } from "#components/badge.tsx";
import type { loader } from "#routes/$organization.settings.webhooks._index.tsx";

export type Webhook = SerializeFrom<typeof loader>["webhooks"][number];

export function WebhookState({ webhook }: { webhook: Webhook }) {
  if (webhook.disabledAt !== null) return <Badge tone="negative">Switched off after failures</Badge>;
  if (!webhook.enabled) return <Badge>Off</Badge>;
  if (webhook.pausedByPlan) return <Badge tone="warning">Paused by the plan</Badge>;
  if (webhook.failingSince !== null) return <Badge tone="warning">Failing</Badge>;
  return <Badge tone="positive">On</Badge>;
}
