import type { ReactNode } from "react";
import type { Health } from "#health.server.ts";
import { Card } from "./card.tsx";
import { CopyButton } from "./copy-button.tsx";
import { RetryLink } from "./retry-link.tsx";
import { UtcTime } from "./utc-time.tsx";

export function StatusCard({ health, checkedAt }: { health: Health | null; checkedAt: string }) {
  return (
    <Card labelledBy="status">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div role="status" className="flex items-center gap-3">
          <StatusLight on={health !== null} />
          <h2 id="status" className="text-xl font-semibold tracking-tight">
            {health ? "API: operational" : "API: unreachable"}
          </h2>
        </div>
        <RetryLink label={health ? "Check again" : "Try again"} />
      </div>
      {!health && (
        <p className="mt-5 rounded-xl bg-negative-soft p-4 text-sm/6 text-negative">
          The API gave the dashboard no valid answer. If you run this deployment, check that the Worker
          “latchkey” is up and bound to the dashboard as API.
        </p>
      )}
      <dl className="mt-6 divide-y divide-line border-t border-line text-sm">
        {health && <Fact name="Version">{health.version}</Fact>}
        <Fact name="Checked">
          <UtcTime iso={checkedAt} />
        </Fact>
      </dl>
      {health && <McpAddress url={health.mcp} />}
    </Card>
  );
}

function StatusLight({ on }: { on: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`grid size-7 shrink-0 place-items-center rounded-full ${on ? "bg-positive-soft" : "bg-negative-soft"}`}
    >
      <span className={`size-2.5 rounded-full ${on ? "bg-positive" : "bg-negative"}`} />
    </span>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4 py-3.5 last:pb-0">
      <dt className="text-muted">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}

function McpAddress({ url }: { url: string }) {
  return (
    <div className="mt-5 rounded-xl border border-line bg-sunken">
      <div className="flex items-center justify-between gap-3 pt-2 pr-2 pl-4">
        <span className="text-sm text-muted">MCP address</span>
        <CopyButton targetId="mcp-address" what="MCP address" />
      </div>
      <code id="mcp-address" className="block px-4 pt-1 pb-4 font-mono text-sm wrap-anywhere">
        {url}
      </code>
    </div>
  );
}
