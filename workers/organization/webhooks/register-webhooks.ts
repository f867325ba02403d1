import { type ErrorCode, toAppError } from "#errors.ts";
import type { ConnectionId } from "#ids.ts";
import { log } from "#lib/log.ts";
import type { Connection } from "../connections/connections.ts";
import { hashKey } from "../keys/key-format.ts";
import type { Rooms } from "../rooms.ts";
import { hashWebhookCredential, makeWebhookCredential } from "./webhook-credential.ts";
import type { WebhookRow } from "./webhook-table.ts";
import { findWebhookOrganization, makeWebhookToken } from "./webhook-token.ts";

/** A new address for a connection's news, registered soon and by itself: nobody waits for that, and its failure fails nothing. */
export async function renewWebhook(rooms: Rooms, { connector, row }: Connection): Promise<void> {
  if (connector.webhooks === undefined) return;
  addAddress(rooms, row.id);
  await rooms.schedule.plan("register_webhooks", rooms.ports.clock.now());
}

/** When the object wakes: for connections from before there were webhooks, and after a crash in between. */
export async function renewMissingWebhooks(rooms: Rooms): Promise<void> {
  const rows = rooms.webhooks.list();
  for (const connection of rooms.connections.list()) {
    const own = rows.filter((row) => row.connection === connection.row.id);
    if (own.length === 0 || own.some(isPending)) await renewWebhook(rooms, connection);
  }
}

const isPending = ({ upstreamId }: WebhookRow) => upstreamId === null;

/** The task: registers what is not registered yet. Throws if something failed, so that it is tried again, less and less often. */
export async function registerWebhooks(_sql: SqlStorage, rooms: Rooms): Promise<null> {
  const waiting = new Set(
    rooms.webhooks
      .list()
      .filter(isPending)
      .map(({ connection }) => connection),
  );
  const failures: ErrorCode[] = [];
  for (const id of waiting) {
    const connection = rooms.connections.list().find(({ row }) => row.id === id);
    if (connection === undefined) rooms.webhooks.removeOf(id);
    else failures.push(...(await register(rooms, connection)));
  }
  if (failures.length > 0) throw new Error(`Webhooks were not registered: ${failures.join(", ")}.`);
  return null;
}

async function register(rooms: Rooms, connection: Connection): Promise<ErrorCode[]> {
  const { client, connector, row } = connection;
  const { webhooks } = connector;
  if (webhooks === undefined) return [];
  if (row.status === "invalid") return ["connection_invalid"];
  // What was made before is known as a hash only, so each attempt has an address of its own. Hostaway may call it at once.
  const { credential, token, tokenHash } = addAddress(rooms, row.id);
  try {
    const base = toBase(rooms, connector.name);
    const stale = (await webhooks.list(client))
      .filter(({ url }) => isOurs(rooms, base, url))
      .map(({ id }) => id);
    const upstreamId = await webhooks.register(client, { url: `${base}${token}`, ...credential });
    const isWanted = rooms.webhooks.confirm({ connection: row.id, tokenHash }, upstreamId);
    await unregisterWebhooks(rooms, connection, isWanted ? stale : [...stale, upstreamId]);
    return [];
  } catch (thrown) {
    const { code } = toAppError(thrown);
    rooms.webhooks.noteFailure(tokenHash, code);
    return [code];
  }
}

/** Best effort: what stays registered sends to an address that is not there, until the upstream gives up on it. */
export async function unregisterWebhooks(
  rooms: Rooms,
  { client, connector }: Connection,
  upstreamIds: readonly number[],
): Promise<void> {
  try {
    for (const id of upstreamIds) await connector.webhooks?.remove(client, id);
  } catch (thrown) {
    log.warn("webhook.not-removed", { organization: rooms.id, code: toAppError(thrown).code });
  }
}

function addAddress({ id, ports, webhooks }: Rooms, connection: ConnectionId) {
  const token = makeWebhookToken(id, ports.keyRing);
  const credential = makeWebhookCredential();
  const tokenHash = hashKey(token);
  webhooks.add({ connection, tokenHash, credentialHash: hashWebhookCredential(credential) });
  return { credential, token, tokenHash };
}

const toBase = ({ ports }: Rooms, connector: string) => `${ports.apiUrl}/webhooks/${connector}/`;

/** Another organization may have connected the same account, and has an address of its own. */
const isOurs = ({ id, ports }: Rooms, base: string, url: string) =>
  url.startsWith(base) && findWebhookOrganization(url.slice(base.length), ports.keyRing) === id;
