import { type Args, isRefusal, read, requireOrganization } from "#api.server.ts";

/** What depends on the connection that the address names; null where it names none that there is. */
export async function findDependents(args: Args) {
  const { api, param } = requireOrganization(args);
  const connection = new URL(args.request.url).searchParams.get("connection");
  if (!isConnectionId(connection)) return null;
  try {
    return await read(api.connections[":connection"].dependents.$get({ param: { ...param, connection } }));
  } catch (thrown) {
    // Somebody else has disconnected it meanwhile, or may not disconnect at all: there is no dialog to show.
    if (isRefusal(thrown)) return null;
    throw thrown;
  }
}

function isConnectionId(value: string | null): value is `con_${string}` {
  return /^con_[0-9a-f]{16}$/.test(value ?? "");
}
