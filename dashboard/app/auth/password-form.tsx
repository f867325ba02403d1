import { Link } from "@remix-run/react";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { PasswordField } from "#components/password-field.tsx";
import { textLink } from "./auth-page.tsx";
import { useKeepReturn } from "./return-path.ts";

export function PasswordForm() {
  const keepReturn = useKeepReturn();
  return (
    <ActionForm intent="password">
      <div className="grid gap-5">
        <TextField
          name="email"
          type="email"
          label="E-mail"
          required
          maxLength={254}
          autoComplete="username"
          autoFocus
        />
        <PasswordField autoComplete="current-password" />
        <SubmitButton busy="Signing in…">Sign in</SubmitButton>
        <div className="flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
          <Link to={keepReturn("/sign-in", { with: "link" })} className={textLink}>
            E-mail me a link instead
          </Link>
          <Link to="/forgot-password" className={textLink}>
            Forgot your password?
          </Link>
        </div>
      </div>
    </ActionForm>
  );
}
