import { LinkButton } from "#components/button.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { Webhook } from "./webhook-state.tsx";

export function WebhookActions({ webhook: { enabled } }: { webhook: Webhook }) {
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <ActionForm intent="test">
        <SubmitButton size="small" busy="Sending…">
          Send a test
        </SubmitButton>
      </ActionForm>
      <ActionForm intent={enabled ? "disable" : "enable"}>
        <SubmitButton size="small" variant="secondary">
          {enabled ? "Switch off" : "Switch on"}
        </SubmitButton>
      </ActionForm>
      <ActionForm intent="rotate">
        <SubmitButton size="small" variant="secondary">
          New secret
        </SubmitButton>
      </ActionForm>
      <LinkButton size="small" to="?dialog=delete" preventScrollReset>
        Delete
      </LinkButton>
    </div>
  );
}
