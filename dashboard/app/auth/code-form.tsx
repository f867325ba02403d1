import { Link } from "@remix-run/react";
import { Check, TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { textLink } from "./auth-page.tsx";
import { useKeepReturn } from "./return-path.ts";

/** The second factor: a code of the app, or one of the codes kept for when the app is lost. */
export function CodeForm({ isBackup }: { isBackup: boolean }) {
  const keepReturn = useKeepReturn();
  return (
    <ActionForm key={String(isBackup)} intent={isBackup ? "backup" : "code"}>
      <div className="grid gap-5">
        {isBackup ? (
          <TextField name="code" label="Backup code" required maxLength={40} autoComplete="off" autoFocus />
        ) : (
          <TextField
            name="code"
            label="Code from your authenticator app"
            required
            maxLength={10}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
          />
        )}
        <Check
          name="trust"
          label="Trust this browser"
          hint="For 30 days it is not asked for a code. Not on a computer that others use."
        />
        <SubmitButton busy="Signing in…">Sign in</SubmitButton>
        <div className="flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
          <Link
            to={keepReturn("/sign-in", isBackup ? { step: "code" } : { step: "code", with: "backup" })}
            className={textLink}
          >
            {isBackup ? "Use the app instead" : "Use a backup code"}
          </Link>
          <Link to={keepReturn("/sign-in")} className={textLink}>
            Start again
          </Link>
        </div>
      </div>
    </ActionForm>
  );
}
