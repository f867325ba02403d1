import type { ReactNode } from "react";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";

/** Asks for an address, and has something sent to it. */
export function EmailForm({ intent, children }: { intent: string; children: ReactNode }) {
  return (
    <ActionForm intent={intent}>
      <div className="grid gap-5">
        <TextField
          name="email"
          type="email"
          label="E-mail"
          required
          maxLength={254}
          autoComplete="email"
          autoFocus
        />
        <SubmitButton busy="Sending…">{children}</SubmitButton>
      </div>
    </ActionForm>
  );
}
