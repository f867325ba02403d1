import { Link, useSearchParams } from "@remix-run/react";
import { ClientIcon } from "./client-icon.tsx";
import { type Client, toAddress } from "./client-setup.ts";

/** Every client that there are instructions for; the address says which one is chosen, and keeps the way in. */
export function ClientChoice({ clients, chosen }: { clients: Client[]; chosen: Client }) {
  const [search] = useSearchParams();
  return (
    <nav aria-labelledby="assistants" className="mb-6">
      <h2 id="assistants" className="mb-3 text-base/6 font-semibold">
        Choose your assistant
      </h2>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 sm:gap-3 lg:grid-cols-5">
        {clients.map(({ client, title }) => (
          <li key={client}>
            <Link
              to={toAddress(client, search.get("way"))}
              preventScrollReset
              aria-current={client === chosen.client}
              className="flex h-full items-center gap-3 rounded-xl border border-line bg-surface p-2.5 text-sm/5 font-medium shadow-card hover:border-line-strong aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft sm:p-3"
            >
              <ClientIcon client={client} />
              <span className="min-w-0">{title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
