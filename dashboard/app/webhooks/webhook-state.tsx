import type { SerializeFrom } from "@remix-run/cloudflare";
import { Badge } from "#components/badge.tsx";
import { usePendingForm } from "#components/use-pending-form.ts";
import type { loader } from "#routes/$organization.settings.webhooks._index.tsx";

export type Webhook = SerializeFrom<typeof loader>["webhooks"][number];

export function WebhookState({ webhook }: { webhook: Webhook }) {
  const isGoingOn = usePendingForm("enable") !== null;
  if (usePendingForm("disable")) return <Badge>Off</Badge>;
  if (isGoingOn) return <Badge tone="positive">On</Badge>;
  if (webhook.disabledAt !== null) return <Badge tone="negative">Switched off after failures</Badge>;
  if (!webhook.enabled) return <Badge>Off</Badge>;
  if (webhook.pausedByPlan) return <Badge tone="warning">Paused by the plan</Badge>;
  if (webhook.failingSince !== null) return <Badge tone="warning">Failing</Badge>;
  return <Badge tone="positive">On</Badge>;
}
