import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { Consent } from "./consent.ts";

/** The assistant is told, and gets nothing. */
export function DenyForm({ handle }: Pick<Consent, "handle">) {
  return (
    <ActionForm intent="deny" className="grid">
      <input type="hidden" name="handle" value={handle} />
      <SubmitButton busy="Denying…" variant="secondary">
        Deny
      </SubmitButton>
    </ActionForm>
  );
}
