import { LinkButton } from "#components/button.tsx";
import { useOrganization } from "#organization.ts";
import { type Member, useMayChange } from "./team.ts";

export function MemberActions({ member }: { member: Member }) {
  const { name, userId } = member;
  const { user } = useOrganization();
  const mayChange = useMayChange()(member);
  return (
    <div className="flex flex-wrap gap-2">
      {mayChange && (
        <LinkButton
          size="small"
          to={`?dialog=change&member=${userId}`}
          preventScrollReset
          aria-label={`Change ${name}`}
        >
          Change
        </LinkButton>
      )}
      {mayChange && userId !== user.id && (
        <LinkButton
          size="small"
          to={`?dialog=remove&member=${userId}`}
          preventScrollReset
          aria-label={`Remove ${name}`}
        >
          Remove
        </LinkButton>
      )}
      {userId === user.id && (
        <LinkButton size="small" to="?dialog=leave" preventScrollReset>
          Leave
        </LinkButton>
      )}
    </div>
  );
}
