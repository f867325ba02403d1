import { useLoaderData, useSearchParams } from "@remix-run/react";
import { RenameDialog } from "#components/rename-dialog.tsx";
import type { loader } from "#routes/$organization.connections.tsx";
import { DisconnectDialog } from "./disconnect-dialog.tsx";
import { RotateCredentialDialog } from "./rotate-credential-dialog.tsx";
import { ShareConnectionDialog } from "./share-connection-dialog.tsx";

/** The dialog about one connection that the address asks for, if any. */
export function ConnectionDialog() {
  const { connections, connectors, dependents, members } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const connection = connections.find(({ id }) => id === search.get("connection"));
  const connector = connectors.find(({ name }) => name === connection?.connector);
  if (connection === undefined || connector === undefined) return null;
  switch (search.get("dialog")) {
    case "rename":
      return (
        <RenameDialog
          item={connection}
          hint="Where several accounts are connected, assistants tell them apart by this name."
          closeTo="../connections"
        />
      );
    case "rotate":
      return <RotateCredentialDialog connection={connection} connector={connector} />;
    case "share":
      return members && <ShareConnectionDialog connection={connection} members={members} />;
    case "disconnect":
      return dependents && <DisconnectDialog connection={connection} dependents={dependents} />;
    default:
      return null;
  }
}
