import { ActionForm, SubmitButton } from "#components/form.tsx";

export function InvitationAnswer({ id, variant }: { id: string; variant: "primary" | "secondary" }) {
  return (
    <div className="flex flex-wrap gap-2">
      <ActionForm intent="accept" about={id}>
        <SubmitButton variant={variant} busy="Joining…">
          Accept
        </SubmitButton>
      </ActionForm>
      <ActionForm intent="decline" about={id}>
        <SubmitButton variant="ghost" busy="Declining…">
          Decline
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
