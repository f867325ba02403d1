import { Link } from "@remix-run/react";
import { Fact, Facts } from "#components/facts.tsx";
import { DateTime } from "#components/time.tsx";
import type { ActivityRow } from "./activity.ts";

const surfaces: Record<string, string> = {
  mcp: "MCP",
  rest: "REST",
  internal: "The dashboard or Latchkey itself",
};

/** What a row says beyond its line. Whoever may not read payloads gets none from the API. */
export function ActivityDetails({ row }: { row: ActivityRow }) {
  const { actor, at, billable, connection, details, hash, ip, message, seq, surface, userAgent } = row;
  return (
    <div className="border-t border-line bg-sunken px-4 py-4 sm:px-5">
      {message && <p className="mb-4 text-sm/6 font-medium text-negative">{message}</p>}
      <Facts>
        <Fact name="Row">{seq}</Fact>
        <Fact name="Time">
          <DateTime at={at} />
        </Fact>
        <Fact name="Who">
          <code className="font-mono">{actor}</code>{" "}
          <Link
            to={`?actor=${encodeURIComponent(actor)}`}
            className="text-accent underline underline-offset-2"
          >
            Only this one
          </Link>
        </Fact>
        <Fact name="By way of">{surfaces[surface] ?? surface}</Fact>
        {connection && (
          <Fact name="Connection">
            <code className="font-mono">{connection}</code>
          </Fact>
        )}
        <Fact name="Address">{ip ?? "Not known"}</Fact>
        <Fact name="Client">{userAgent ?? "Not known"}</Fact>
        <Fact name="Counts against the quota">{billable ? "Yes" : "No"}</Fact>
        <Fact name="Seal">
          <code className="font-mono text-xs">{hash}</code>
        </Fact>
      </Facts>
      {details && (
        <figure className="mt-4">
          <figcaption className="mb-1.5 text-sm text-muted">What was said</figcaption>
          <pre className="rounded-lg border border-line bg-surface p-3 font-mono text-xs/5 wrap-anywhere whitespace-pre-wrap">
            {indent(details)}
          </pre>
        </figure>
      )}
      {details === undefined && (
        <p className="mt-4 text-sm text-muted">Your role sees what was done, and not what was said.</p>
      )}
    </div>
  );
}

/** Long details were cut off when they were stored, and are no JSON any more. */
function indent(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
