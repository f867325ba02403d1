import { TextField } from "#components/field.tsx";
import { PasswordField } from "#components/password-field.tsx";
import { useAccount } from "./account.ts";

/** Where a refused proof belongs, by what the API says. */
export function useProofRefusals(): Record<string, string> {
  const field = useAccount().user.hasPassword ? "password" : "code";
  return { invalid_credentials: field, proof_required: field };
}

/** What the API asks for besides the session, by what the person has. */
export function ProofField() {
  const { hasPassword, hasTwoFactor } = useAccount().user;
  if (hasPassword) {
    return <PasswordField label="Your password" autoComplete="current-password" />;
  }
  if (hasTwoFactor) {
    return (
      <TextField
        name="code"
        label="Code"
        hint="From your authenticator app, or a backup code."
        required
        autoComplete="one-time-code"
      />
    );
  }
  return (
    <p className="text-sm/6 text-muted">
      As your account has no password, this works within ten minutes of signing in.
    </p>
  );
}
