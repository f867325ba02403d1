import type { ReactNode } from "react";
import { Dialog, DialogActions } from "#components/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";

/** Asks before something ends. */
export function AskDialog({
  intent,
  about,
  title,
  submit,
  children,
}: {
  intent: string;
  about?: string;
  title: string;
  submit: string;
  children: ReactNode;
}) {
  return (
    <Dialog title={title} closeTo="../team">
      <ActionForm intent={intent} about={about}>
        <p className="text-sm/6 text-muted">{children}</p>
        <DialogActions>
          <SubmitButton variant="danger">{submit}</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
