import { Badge } from "#components/badge.tsx";
import { RelativeTime } from "#components/time.tsx";
import { useOrganization } from "#organization.ts";
import type { Connection } from "./connection.ts";

/** Whether an account's credential works, and as of when. */
export function ConnectionStatus({
  connection: { checkedAt, lastError, status },
}: {
  connection: Pick<Connection, "checkedAt" | "lastError" | "status">;
}) {
  const { now } = useOrganization();
  const isRejected = status === "invalid";
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 text-sm/6 text-muted">
      <Badge tone={isRejected ? "negative" : "positive"}>{isRejected ? "Rejected" : "Working"}</Badge>
      <span>
        {isRejected ? "since " : "checked "}
        <RelativeTime at={isRejected ? (lastError?.at ?? checkedAt) : checkedAt} now={now} />
      </span>
    </span>
  );
}
