import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { Connector } from "#connections/connection.ts";
import { blameSecret, CredentialFields } from "#connections/credential-fields.tsx";
import { CredentialSteps } from "#connections/credential-steps.tsx";
import { useOrganization } from "#organization.ts";
import { NextLink } from "./next-link.tsx";

export function ConnectStep({ connector, accounts }: { connector: Connector; accounts: string[] }) {
  const { may } = useOrganization();
  if (accounts.length > 0) {
    return (
      <>
        <p className="mb-4 text-sm/6 text-muted">Connected: {accounts.join(", ")}.</p>
        <NextLink to="plan">Continue</NextLink>
      </>
    );
  }
  if (!may("connection:write")) {
    return (
      <p className="text-sm/6 text-muted">An owner or admin of the organization connects the account.</p>
    );
  }
  return (
    <>
      <CredentialSteps connector={connector} />
      <ActionForm intent="connect" fieldByCode={blameSecret(connector)} className="grid gap-5">
        <input type="hidden" name="connector" value={connector.name} />
        <CredentialFields connector={connector} />
        <div>
          <SubmitButton busy={`Asking ${connector.title}…`}>Connect</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
