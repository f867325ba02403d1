import { eq } from "drizzle-orm";
import type { UpstreamFetch, UpstreamSend } from "#connectors/define-connector.ts";
import { type AnyConnector, getConnector } from "#connectors/get-connector.ts";
import { AppError, type ErrorCode } from "#errors.ts";
import type { ConnectionId, OrgId } from "#ids.ts";
import { log } from "#lib/log.ts";
import type { Entitlement } from "../limits/entitlement.ts";
import type { Database, Ports } from "../rooms.ts";
import { connections } from "../schema/index.ts";
import { Pace } from "./pace.ts";
import { ResponseCache } from "./response-cache.ts";
import { createSend } from "./send-upstream.ts";
import { toBusy } from "./to-busy.ts";
import { TokenSource } from "./token-source.ts";
import { createUpstreamFetch, type UpstreamCaller } from "./upstream-fetch.ts";
import { createVault } from "./vault.ts";

export type ConnectionRow = typeof connections.$inferSelect;

export interface Connection {
  row: ConnectionRow;
  connector: AnyConnector;
  /** For the product's own questions about the connection. */
  client: unknown;
  /**
   * For calls of tools: its requests take turns with those of other callers, and know no more listings than the plan
   * serves. Token, cache and places are shared by all.
   */
  clientFor(caller: UpstreamCaller): unknown;
  /** For counting what is to be paid for: it knows all listings, whatever the plan serves. */
  wholeClientFor(caller: UpstreamCaller): unknown;
  /** What the upstream says has changed, by how the addresses begin that it is read from. */
  forget(beginnings: readonly string[]): void;
  /** Outlasts a new credential. */
  pace: Pace;
}

/** People wait for the product's own requests. */
const OWN: UpstreamCaller = { key: "", lane: "person" };
const OWN_WAIT_MS = 10_000;

interface ConnectionsOptions {
  id: OrgId;
  entitlement(): Pick<Entitlement, "listings">;
  /** With the change of the row, before anything else happens. */
  onInvalid(row: ConnectionRow, at: number): void;
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
    const { id, ports } = this.#options;
    const { accountLabel } = row;
    const pace =
      this.#open.get(row.id)?.pace ?? new Pace({ organization: id, connector, accountLabel, ports });
    const cache = new ResponseCache();
    const fetchFor = this.#createFetch(connector, row, pace, cache);
    const clientFor = (caller: UpstreamCaller) =>
      connector.createClient(this.#limitToPlan(connector, row, fetchFor(caller)));
    const wholeClientFor = (caller: UpstreamCaller) => connector.createClient(fetchFor(caller));
    const forget = (beginnings: readonly string[]) => cache.forget(beginnings);
    return { row, connector, pace, forget, clientFor, wholeClientFor, client: wholeClientFor(OWN) };
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

  /** Where a plan serves some listings only, they are those of the account that was connected first. */
  #limitToPlan(connector: AnyConnector, row: ConnectionRow, fetch: UpstreamFetch): UpstreamFetch {
    const { listings } = this.#options.entitlement();
    if (listings === null || connector.serveListings === undefined) return fetch;
    const isLater = this.listOf(connector.name).some(({ row: { createdAt } }) => createdAt < row.createdAt);
    if (!isLater) return connector.serveListings(fetch, listings);
    const why = `This plan serves ${listings} listings, of the ${connector.title} account that was connected first.`;
    throw new AppError("plan_limit_reached", why, { limit: listings });
  }

  #isOpen(row: ConnectionRow): boolean {
    return this.#open.get(row.id)?.row === row;
  }

  /** The upstream does not accept the credential. Those who can help hear of it once, when that begins. */
  async #reject(row: ConnectionRow): Promise<void> {
    const { clock, notify } = this.#options.ports;
    const isNews = row.status === "valid" && this.#isOpen(row);
    const checkedAt = clock.now();
    this.update(row, { status: "invalid", checkedAt });
    if (!isNews) return;
    const { id, connector } = row;
    this.#options.onInvalid(row, checkedAt);
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

  #createFetch(
    connector: AnyConnector,
    row: ConnectionRow,
    pace: Pace,
    cache: ResponseCache,
  ): (caller: UpstreamCaller) => UpstreamFetch {
    const { id, dataKey, ports } = this.#options;
    const { clock } = ports;
    const { baseUrl = connector.baseUrl } = ports.upstreams[connector.name] ?? {};
    const vault = createVault(dataKey, id, row.id);
    const send = heedRefusals(createSend({ fetch: ports.fetch, baseUrl }), connector, pace);
    const tokens = new TokenSource({
      clock,
      load: () => row.token && vault.open("token", row.token),
      store: (token) => this.update(row, { token: token && vault.seal("token", token) }),
      mint: async () => {
        const credential = connector.credential.parse(JSON.parse(vault.open("credential", row.credential)));
        const wait = await pace.take(OWN.lane, OWN_WAIT_MS);
        if (wait > 0) throw toBusy(clock.now(), wait);
        try {
          return await connector.mintToken(credential, send, clock.now());
        } catch (error) {
          if (error instanceof AppError && error.code === "connection_invalid") await this.#reject(row);
          throw error;
        }
      },
    });
    const shared = { connector, send, tokens, pace, cache, clock };
    const probeFor = createUpstreamFetch({
      ...shared,
      isRejected: async () => {
        await this.#reject(row);
        return true;
      },
    });
    const fetchFor = createUpstreamFetch({
      ...shared,
      isRejected: () => isRefused(connector, probeFor(OWN)),
    });
    return (caller) => {
      const fetch = fetchFor(caller);
      return async (path, request) => {
        try {
          return await fetch(path, request);
        } catch (error) {
          this.#noteFailure(row, error);
          throw error;
        }
      };
    };
  }
}

/** Tells the budget when the upstream says that it was asked too often all the same. */
function heedRefusals(send: UpstreamSend, { judge }: AnyConnector, pace: Pace): UpstreamSend {
  return async (path, init) => {
    const answer = await send(path, init);
    if (judge(answer) === "rate_limited") pace.slowDown((answer.retryAfterSeconds ?? 0) * 1_000);
    return answer;
  };
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
