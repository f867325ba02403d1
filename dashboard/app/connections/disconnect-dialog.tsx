import { Dialog, DialogActions } from "#components/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { Connection, Dependents } from "./connection.ts";

/** Says what loses the account before it does. */
export function DisconnectDialog({
  connection: { accountLabel, id, name },
  dependents: { clients, grants, isBilled, keys },
}: {
  connection: Connection;
  dependents: Dependents;
}) {
  return (
    <Dialog title={`Disconnect ${name}?`} closeTo="../connections">
      <ActionForm intent="disconnect" about={id}>
        <div className="grid gap-3 text-sm/6 text-muted">
          <p>The credential of account {accountLabel} is forgotten at once. The activity stays.</p>
          <Losers
            title="Keys that lose this account"
            names={keys.map((key) => `${key.name} (${key.masked})`)}
          />
          <Losers title="Assistants that lose it" names={grants.map((grant) => grant.name)} />
          <Losers title="Clients that lose it with their keys" names={clients.map((client) => client.name)} />
          {isBilled && <p>Its listings leave the bill with the next daily count.</p>}
        </div>
        <DialogActions>
          <SubmitButton busy="Disconnecting…" variant="danger">
            Disconnect
          </SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}

function Losers({ title, names }: { title: string; names: string[] }) {
  if (names.length === 0) return <p>{title}: none.</p>;
  return (
    <div>
      <p>{title}:</p>
      <ul className="mt-1 max-h-40 list-disc overflow-y-auto pl-5 text-ink">
        {names.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may be alike, and the list never changes
          <li key={index} className="wrap-anywhere">
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
