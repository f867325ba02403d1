import { useLoaderData } from "@remix-run/react";
import { Avatar } from "#components/avatar.tsx";
import { Badge } from "#components/badge.tsx";
import { DateTime } from "#components/time.tsx";
import { roles, useOrganization } from "#organization.ts";
import type { loader } from "#routes/$organization.team.tsx";
import { MemberActions } from "./member-actions.tsx";
import type { Connector, Member } from "./team.ts";

export function MemberRow({ member }: { member: Member }) {
  const { email, hasTwoFactor, image, joinedAt, name, role, userId } = member;
  const { connectors } = useLoaderData<typeof loader>();
  const { user } = useOrganization();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4 first:pt-0 last:pb-0">
      <Avatar name={name} image={image} size="size-10" />
      <div className="min-w-0 grow basis-52">
        <p className="flex flex-wrap items-center gap-2 text-sm/6">
          <span className="font-medium wrap-anywhere">{name}</span>
          {userId === user.id && <span className="text-muted">(you)</span>}
          <Badge tone="accent">{roles[role].title}</Badge>
          {hasTwoFactor ? <Badge tone="positive">Second factor</Badge> : <Badge>No second factor</Badge>}
        </p>
        <p className="text-sm/6 wrap-anywhere text-muted">
          {email} · Joined <DateTime at={joinedAt} dateOnly /> · {describeReach(member, connectors)}
        </p>
      </div>
      <MemberActions member={member} />
    </li>
  );
}

/** What the member's keys may use. */
function describeReach({ connectors: allowed }: Member, connectors: Connector[]): string {
  if (allowed === null) return "All connectors";
  if (allowed.length === 0) return "No connectors";
  const toTitle = (name: string) => connectors.find((connector) => connector.name === name)?.title ?? name;
  return `Only ${allowed.map(toTitle).join(", ")}`;
}
