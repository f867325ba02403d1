import { roles } from "#organization.ts";

/** Who invites where, and what one may do there. */
export function InvitationText({
  invitation: { inviter, organizationName, role },
}: {
  invitation: { inviter: string; organizationName: string; role: keyof typeof roles };
}) {
  return (
    <p className="text-sm/6 wrap-anywhere">
      <strong className="font-semibold">{inviter}</strong> invites you to{" "}
      <strong className="font-semibold">{organizationName}</strong> as {roles[role].title.toLowerCase()}.{" "}
      <span className="text-muted">{roles[role].text}</span>
    </p>
  );
}
