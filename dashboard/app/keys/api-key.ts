import type { SerializeFrom } from "@remix-run/cloudflare";
import { useOrganization } from "#organization.ts";
import type { loader } from "#routes/$organization.keys.tsx";

export type ApiKey = SerializeFrom<typeof loader>["keys"][number];

/** Members change only the keys that they made. */
export function useMayChange(): (key: ApiKey) => boolean {
  const { may, organization, user } = useOrganization();
  return ({ createdBy }) =>
    may("key:write") && (organization.role !== "member" || createdBy === `user:${user.id}`);
}

/** What a key may do, in words. */
export function describeReach({ scopes, writes, toolsets }: ApiKey): string {
  const does = !scopes.includes("write")
    ? "Read only"
    : writes === "dry_run"
      ? "Read, and try writes without doing them"
      : "Read and write";
  return toolsets === null ? does : `${does} · ${toolsets.join(", ")}`;
}
