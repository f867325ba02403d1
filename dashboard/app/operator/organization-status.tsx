import type { SerializeFrom } from "@remix-run/cloudflare";
import { Badge, type Tone } from "#components/badge.tsx";
import type { loader } from "#routes/operator.organizations._index.tsx";

type Status = SerializeFrom<typeof loader>["organizations"][number]["status"];

/** What each status is called, in the order in which an organization comes to them. */
export const statuses: { status: Status; title: string; tone: Tone }[] = [
  { status: "provisioning", title: "Being set up", tone: "neutral" },
  { status: "trialing", title: "Trialing", tone: "accent" },
  { status: "free", title: "Free", tone: "neutral" },
  { status: "active", title: "Active", tone: "positive" },
  { status: "past_due", title: "Past due", tone: "warning" },
  { status: "suspended", title: "Suspended", tone: "negative" },
  { status: "archived", title: "Archived", tone: "neutral" },
  { status: "deleting", title: "Being deleted", tone: "negative" },
];

export function OrganizationStatus({ status }: { status: Status }) {
  const known = statuses.find((one) => one.status === status);
  return <Badge tone={known?.tone}>{known?.title ?? status}</Badge>;
}
