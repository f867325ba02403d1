import { eq } from "drizzle-orm";
import type { UpstreamFetch } from "#connectors/define-connector.ts";
import { type AnyConnector, getConnector } from "#connectors/get-connector.ts";
import { AppError } from "#errors.ts";
import type { ConnectionId, OrgId } from "#ids.ts";
import { SlidingWindow } from "#lib/sliding-window.ts";
import type { Database, Ports } from "../rooms.ts";
import { connections } from "../schema/index.ts";
import { createSend } from "./send-upstream.ts";
import { TokenSource } from "./token-source.ts";
import { createUpstreamFetch } from "./upstream-fetch.ts";
import { createVault } from "./vault.ts";

export type ConnectionRow = typeof connections.$inferSelect;

export interface Connection {
  row: ConnectionRow;
  connector: AnyConnector;
  /** Lives as long as the object is awake: its token, cache and pacing are shared by all callers. */
  client: unknown;
}

interface ConnectionsOptions {
  id: OrgId;
  database: Database;
  dataKey: Uint8Array;
  ports: Ports;
}

/** The organization's connected accounts. Credentials are opened here and nowhere else, and never leave the object. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #open = new Map<ConnectionId, Connection>();

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    for (const row of options.database.select().from(connections).all()) this.#openRow(row);
  }

  list(): Connection[] {
    return [...this.#open.values()];
  }

  get(connector: string): Connection {
    const connection = this.list().find((open) => open.row.connector === connector);
    if (connection === undefined) {
      throw new AppError("not_connected", `No ${getConnector(connector).title} account is connected.`);
    }
    if (connection.row.status === "invalid") throw new AppError("connection_invalid");
    return connection;
  }

  /** A client for a credential that is not stored yet, to try it with. Its token is kept for `insert`. */
  prepare(connector: AnyConnector, row: ConnectionRow): Connection {
    return { row, connector, client: connector.createClient(this.#createFetch(connector, row)) };
  }

  seal(id: ConnectionId, credential: unknown): string {
    return createVault(this.#options.dataKey, this.#options.id, id).seal(
      "credential",
      JSON.stringify(credential),
    );
  }

  /** Stores a prepared connection in place of an older one to the same connector. */
  replace(connection: Connection, old: Connection | undefined): void {
    const { database } = this.#options;
    if (old !== undefined) database.delete(connections).where(eq(connections.id, old.row.id)).run();
    database.insert(connections).values(connection.row).run();
    if (old !== undefined) this.#open.delete(old.row.id);
    this.#open.set(connection.row.id, connection);
  }

  setStatus(row: ConnectionRow, status: ConnectionRow["status"], now: number): void {
    Object.assign(row, { status, checkedAt: now });
    this.#options.database
      .update(connections)
      .set({ status, checkedAt: now })
      .where(eq(connections.id, row.id))
      .run();
  }

  #openRow(row: ConnectionRow): void {
    this.#open.set(row.id, this.prepare(getConnector(row.connector), row));
  }

  #createFetch(connector: AnyConnector, row: ConnectionRow): UpstreamFetch {
    const { id, dataKey, database, ports } = this.#options;
    const { baseUrl = connector.baseUrl, requestsPer10Seconds } = ports.upstreams[connector.name] ?? {};
    const vault = createVault(dataKey, id, row.id);
    const send = createSend({ fetch: ports.fetch, baseUrl });
    const reject = () => this.setStatus(row, "invalid", ports.clock.now());
    const tokens = new TokenSource({
      clock: ports.clock,
      load: () => row.token && vault.open("token", row.token),
      store: (token) => {
        row.token = token && vault.seal("token", token);
        database.update(connections).set({ token: row.token }).where(eq(connections.id, row.id)).run();
      },
      mint: async () => {
        const credential = connector.credential.parse(JSON.parse(vault.open("credential", row.credential)));
        try {
          return await connector.mintToken(credential, send, ports.clock.now());
        } catch (error) {
          if (error instanceof AppError && error.code === "connection_invalid") reject();
          throw error;
        }
      },
    });
    const limit = requestsPer10Seconds
      ? { requests: requestsPer10Seconds, seconds: 10 }
      : connector.rateLimit;
    const shared = { connector, send, tokens, window: new SlidingWindow(limit), clock: ports.clock };
    const probe = createUpstreamFetch({
      ...shared,
      isRejected: async () => {
        reject();
        return true;
      },
    });
    return createUpstreamFetch({ ...shared, isRejected: () => isRefused(connector, probe) });
  }
}

/** One refused request may be about one record; only when the cheapest call is refused as well is the credential dead. */
async function isRefused(connector: AnyConnector, probe: UpstreamFetch): Promise<boolean> {
  try {
    await connector.check(connector.createClient(probe));
    return false;
  } catch (error) {
    return error instanceof AppError && error.code === "connection_invalid";
  }
}
