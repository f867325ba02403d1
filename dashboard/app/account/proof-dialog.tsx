import type { ReactNode } from "react";
import type { Variant } from "#components/button.tsx";
import { Dialog, DialogActions } from "#components/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { ProofField, useProofRefusals } from "./proof-field.tsx";

/** Asks for nothing but the proof before something about getting in is changed. */
export function ProofDialog({
  intent,
  about,
  title,
  submit,
  variant,
  closeTo = "/account/security",
  children,
}: {
  intent: string;
  about?: string;
  title: string;
  submit: string;
  variant?: Variant;
  closeTo?: string;
  children: ReactNode;
}) {
  return (
    <Dialog title={title} closeTo={closeTo}>
      <ActionForm intent={intent} about={about} fieldByCode={useProofRefusals()}>
        <p className="mb-4 text-sm/6 text-muted">{children}</p>
        <ProofField />
        <DialogActions>
          <SubmitButton variant={variant}>{submit}</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
