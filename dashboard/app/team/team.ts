import type { SerializeFrom } from "@remix-run/cloudflare";
import { useOrganization } from "#organization.ts";
import type { loader } from "#routes/$organization.team.tsx";

type Team = SerializeFrom<typeof loader>;
export type Member = Team["members"][number];
export type Invitation = NonNullable<Team["invitations"]>[number];
export type Connector = Team["connectors"][number];

/** Whom one may change: an owner everybody, an admin nobody who is one of the owners, nor themselves. */
export function useMayChange(): (member: Member) => boolean {
  const { may, organization, user } = useOrganization();
  return ({ role, userId }) =>
    organization.role === "owner" || (may("member:update") && role !== "owner" && userId !== user.id);
}
