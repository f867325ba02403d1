import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useAccount } from "./account.ts";

export function PasswordCard() {
  const { email, hasPassword } = useAccount().user;
  if (hasPassword) {
    return (
      <Card
        title="Password"
        description="Asked for when you sign in, and when you change how you get in."
        actions={
          <LinkButton to="?dialog=password" preventScrollReset aria-label="Change password">
            Change
          </LinkButton>
        }
      />
    );
  }
  return (
    <Card title="Password" description={`You have none. A link to choose one can be sent to ${email}.`}>
      <ActionForm intent="requestPassword">
        <SubmitButton busy="Sending…" variant="secondary">
          Send the link
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}
