import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { PasswordField } from "#components/password-field.tsx";

/** Who is invited to an organization is not asked for one. */
export function SignUpForm({ isInvited }: { isInvited: boolean }) {
  return (
    <ActionForm intent="sign-up">
      <div className="grid gap-5">
        <TextField name="name" label="Your name" required maxLength={100} autoComplete="name" autoFocus />
        {!isInvited && (
          <TextField
            name="organizationName"
            label="Organization"
            hint="The company whose listings you manage. You can rename it later."
            required
            maxLength={100}
            autoComplete="organization"
          />
        )}
        <TextField
          name="email"
          type="email"
          label="E-mail"
          required
          maxLength={254}
          autoComplete="username"
        />
        <PasswordField autoComplete="new-password" hint="At least 10 characters." />
        <SubmitButton busy="Signing up…">Sign up</SubmitButton>
      </div>
    </ActionForm>
  );
}
