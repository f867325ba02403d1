import { eq } from "drizzle-orm";
import type { UpstreamFetch } from "#connectors/define-connector.ts";
import { type AnyConnector, getConnector } from "#connectors/get-connector.ts";
import { AppError, type ErrorCode } from "#errors.ts";
import type { ConnectionId, OrgId } from "#ids.ts";
import { log } from "#lib/log.ts";
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
  /** Lives as long as the object is awake: its token and cache are shared by all callers. */
  client: unknown;
  /** Its pacing, which outlasts a new credential. */
  window: SlidingWindow;
}

interface ConnectionsOptions {
  id: OrgId;
  database: Database;
  dataKey: Uint8Array;
  ports: Ports;
}

/** What says something about the connection, and not about one request over it. */
const CONNECTION_FAILURES: ReadonlySet<ErrorCode> = new Set([
  "connection_invalid",
  "upstream_busy",
  "upstream_timeout",
  "upstream_unavailable",
]);

/** The organization's connected accounts. Credentials are opened here and nowhere else, and never leave the object. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #open = new Map<ConnectionId, Connection>();

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    for (const row of options.database.select().from(connections).all()) {
      this.#open.set(row.id, this.prepare(getConnector(row.connector), row));
    }
  }

  list(): Connection[] {
    return [...this.#open.values()];
  }

  listOf(connector: string): Connection[] {
    return this.list().filter(({ row }) => row.connector === connector);
  }

  get(id: ConnectionId): Connection {
    const connection = this.#open.get(id);
    if (connection === undefined) {
      throw new AppError("not_found", `This organization has no connection ${id}.`);
    }
    return connection;
  }

  /** A connection that is not stored yet, to try its credential with. What it learns stays in its row until then. */
  prepare(connector: AnyConnector, row: ConnectionRow): Connection {
    const window = this.#open.get(row.id)?.window ?? new SlidingWindow(this.#getLimit(connector));
    return {
      row,
      connector,
      window,
      client: connector.createClient(this.#createFetch(connector, row, window)),
    };
  }

  seal(id: ConnectionId, credential: unknown): string {
    return createVault(this.#options.dataKey, this.#options.id, id).seal(
      "credential",
      JSON.stringify(credential),
    );
  }

  /** Stores a prepared connection, in place of the one with its id if there is one: calls under way end with that. */
  put(connection: Connection): void {
    const { row } = connection;
    this.#options.database
      .insert(connections)
      .values(row)
      .onConflictDoUpdate({ target: connections.id, set: row })
      .run();
    this.#open.set(row.id, connection);
  }

  /** A row that is not open, because it was never stored or is no longer, changes in memory only. */
  update(row: ConnectionRow, change: Partial<ConnectionRow>): void {
    if (this.#isOpen(row)) {
      this.#options.database.update(connections).set(change).where(eq(connections.id, row.id)).run();
    }
    Object.assign(row, change);
  }

  remove({ id }: ConnectionRow): void {
    this.#options.database.delete(connections).where(eq(connections.id, id)).run();
    this.#open.delete(id);
  }

  #isOpen(row: ConnectionRow): boolean {
    return this.#open.get(row.id)?.row === row;
  }

  #getLimit({ name, rateLimit }: AnyConnector) {
    const requests = this.#options.ports.upstreams[name]?.requestsPer10Seconds;
    return requests ? { requests, seconds: 10 } : rateLimit;
  }

  /** The upstream does not accept the credential. Those who can help hear of it once, when that begins. */
  async #reject(row: ConnectionRow): Promise<void> {
    const { clock, notify } = this.#options.ports;
    const isNews = row.status === "valid" && this.#isOpen(row);
    this.update(row, { status: "invalid", checkedAt: clock.now() });
    if (!isNews) return;
    const { id, connector } = row;
    try {
      await notify?.({
        kind: "connection_invalid",
        organization: this.#options.id,
        connection: id,
        connector,
      });
    } catch (error) {
      log.error("notify.failed", error);
    }
  }

  #noteFailure(row: ConnectionRow, error: unknown): void {
    if (!(error instanceof AppError) || !CONNECTION_FAILURES.has(error.code)) return;
    const change = { lastErrorCode: error.code, lastErrorAt: this.#options.ports.clock.now() };
    if (row.lastErrorCode === error.code) Object.assign(row, change);
    else this.update(row, change);
  }

  #createFetch(connector: AnyConnector, row: ConnectionRow, window: SlidingWindow): UpstreamFetch {
    const { id, dataKey, ports } = this.#options;
    const { baseUrl = connector.baseUrl } = ports.upstreams[connector.name] ?? {};
    const vault = createVault(dataKey, id, row.id);
    const send = createSend({ fetch: ports.fetch, baseUrl });
    const tokens = new TokenSource({
      clock: ports.clock,
      load: () => row.token && vault.open("token", row.token),
      store: (token) => this.update(row, { token: token && vault.seal("token", token) }),
      mint: async () => {
        const credential = connector.credential.parse(JSON.parse(vault.open("credential", row.credential)));
        try {
          return await connector.mintToken(credential, send, ports.clock.now());
        } catch (error) {
          if (error instanceof AppError && error.code === "connection_invalid") await this.#reject(row);
          throw error;
        }
      },
    });
    const shared = { connector, send, tokens, window, clock: ports.clock };
    const probe = createUpstreamFetch({
      ...shared,
      isRejected: async () => {
        await this.#reject(row);
        return true;
      },
    });
    const fetch = createUpstreamFetch({ ...shared, isRejected: () => isRefused(connector, probe) });
    return async (path, request) => {
      try {
        return await fetch(path, request);
      } catch (error) {
        this.#noteFailure(row, error);
        throw error;
      }
    };
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
