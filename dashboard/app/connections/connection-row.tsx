import { LinkButton } from "#components/button.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useOrganization } from "#organization.ts";
import type { Connection, Member } from "./connection.ts";
import { ConnectionStatus } from "./connection-status.tsx";
import { type Tested, TestResult } from "./test-result.tsx";

const dialogs = [
  ["rename", "Rename"],
  ["rotate", "Rotate credential"],
  ["share", "Share"],
  ["disconnect", "Disconnect"],
] as const;

/** One connected account, how it fares, and what can be done with it. */
export function ConnectionRow({
  connection,
  members,
  tested,
}: {
  connection: Connection;
  members: Member[] | null;
  tested: Tested | null;
}) {
  const { accountLabel, id, name, webhook } = connection;
  const { may } = useOrganization();
  return (
    <article aria-labelledby={id} className="grid gap-3 py-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={id} className="font-semibold wrap-anywhere">
          {name}
        </h3>
        <span className="text-sm text-muted">Account {accountLabel}</span>
      </div>
      <ConnectionStatus connection={connection} />
      <p className="text-sm/6 text-muted">
        {webhook && describeWebhook(webhook)} {describeSharing(connection, members)}
      </p>
      {connection.status === "invalid" && may("connection:write") && (
        <p className="text-sm/6 text-negative">
          Calls are refused until a credential of this account is accepted again. Rotate the credential.
        </p>
      )}
      {may("connection:write") && (
        <div className="flex flex-wrap gap-2">
          <ActionForm intent="test" about={id} preventScrollReset>
            <SubmitButton size="small" variant="secondary" busy="Testing…">
              Test now
            </SubmitButton>
          </ActionForm>
          {dialogs.map(([dialog, title]) => (
            <LinkButton
              key={dialog}
              size="small"
              to={`?dialog=${dialog}&connection=${id}`}
              preventScrollReset
              aria-label={`${title}: ${name}`}
            >
              {title}
            </LinkButton>
          ))}
        </div>
      )}
      <div role="status">{tested && <TestResult tested={tested} />}</div>
    </article>
  );
}

function describeWebhook({ error, state }: NonNullable<Connection["webhook"]>): string {
  if (state === "registered") return "Changes arrive as they happen.";
  if (error === null) return "Being registered for changes.";
  return "Changes are not announced yet; registering is tried again.";
}

function describeSharing({ sharedWith }: Connection, members: Member[] | null): string {
  if (sharedWith === null) return "Everybody's keys may use it.";
  const names = (members ?? []).filter(({ userId }) => sharedWith.includes(userId)).map(({ name }) => name);
  if (names.length === 0) return "Only the organization's own keys may use it.";
  return `Shared with ${names.join(", ")}.`;
}
