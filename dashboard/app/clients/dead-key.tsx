import { TriangleAlert } from "lucide-react";
import { LinkButton } from "#components/button.tsx";
import { useOrganization } from "#organization.ts";
import type { Client } from "./client.ts";

/** That the client is refused because of its key, and how that ends. Nothing while the key works. */
export function DeadKey({ client: { id, keyState, name } }: { client: Client }) {
  const { may } = useOrganization();
  if (keyState === "active") return null;
  return (
    <div className="flex w-full flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-negative-line bg-negative-soft px-4 py-3 text-sm/6">
      <p className="flex min-w-0 grow basis-64 gap-2.5">
        <TriangleAlert aria-hidden="true" className="mt-1 size-4 shrink-0 text-negative" />
        <span>
          {keyState === "revoked" ? "Its key was deleted" : "Its key has expired"}, so the client gets 401.
          Put another key into the client, and note it here.
        </span>
      </p>
      {may("key:write") && (
        <LinkButton
          size="small"
          to={`../clients?dialog=edit&client=${id}`}
          preventScrollReset
          aria-label={`Choose another key for ${name}`}
        >
          Choose another key
        </LinkButton>
      )}
    </div>
  );
}
