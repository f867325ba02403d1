import { Link } from "@remix-run/react";
import { Badge } from "#components/badge.tsx";
import { type Client, type ClientSetup, toAddress } from "./client-setup.ts";

const titles: Record<ClientSetup["way"], string> = { sign_in: "Sign in", key: "API key" };

/** The ways in that this client has, where there is a choice; the address says which one is chosen. */
export function WayChoice({
  client: { client, recommended, title, ways },
  chosen,
}: {
  client: Client;
  chosen: ClientSetup;
}) {
  if (ways.length < 2) return null;
  return (
    <nav aria-label={`Ways to connect ${title}`} className="mb-5">
      <ul className="grid grid-cols-2 gap-1 rounded-lg bg-sunken p-1 sm:inline-grid">
        {ways.map(({ way }) => (
          <li key={way}>
            <Link
              to={toAddress(client, way)}
              preventScrollReset
              aria-current={way === chosen.way}
              className="flex h-full min-h-9 flex-wrap items-center justify-center gap-x-2 gap-y-0.5 rounded-md border border-transparent px-4 py-1.5 text-sm/5 font-medium text-muted hover:text-ink aria-[current=true]:border-line-strong aria-[current=true]:bg-surface aria-[current=true]:text-ink aria-[current=true]:shadow-xs"
            >
              {titles[way]}
              {way === recommended && <Badge tone="positive">Recommended</Badge>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
