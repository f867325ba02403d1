import { drizzle } from "drizzle-orm/durable-sqlite";
import { migrate } from "drizzle-orm/durable-sqlite/migrator";
import type { UpstreamConfig } from "#env.ts";
import type { ConnectionId, EventId, OrgId } from "#ids.ts";
import type { FollowingClock } from "#lib/clock.ts";
import type { KeyRing } from "#lib/key-ring.ts";
import type { RecordStore } from "#lib/record-store.ts";
import migrations from "#migrations/organization/migrations.ts";
import type { PlaceRequest } from "#upstream-budget/budget.ts";
import { noteGrowth } from "./alerts/note-thresholds.ts";
import { Journal } from "./audit/journal.ts";
import type { AuditHead } from "./audit/verify-audit.ts";
import { ChangeTable } from "./changes/change-table.ts";
import { ClientTable } from "./clients/client-table.ts";
import { Connections } from "./connections/connections.ts";
import { noteInvalid } from "./connections/note-invalid.ts";
import { GrantTable } from "./grants/grant-table.ts";
import { KeyTable } from "./keys/key-table.ts";
import { Entitlement } from "./limits/entitlement.ts";
import { Limiter } from "./limits/limiter.ts";
import { setEntitlement } from "./limits/set-entitlement.ts";
import { EventTable } from "./outgoing/event-table.ts";
import { OutgoingTable } from "./outgoing/outgoing-table.ts";
import { type OverageReport, OverageTable } from "./overage/overage-table.ts";
import { REPORT_EVERY_MS } from "./overage/report-overage.ts";
import { Membership } from "./policy/membership.ts";
import type { Policy } from "./policy/policy.ts";
import { Schedule } from "./schedule/schedule.ts";
import { planStandingTasks } from "./schedule/tasks.ts";
import { organization } from "./schema/index.ts";
import { Usage } from "./usage/usage.ts";
import { renewMissingWebhooks } from "./webhooks/register-webhooks.ts";
import { WebhookTable } from "./webhooks/webhook-table.ts";

/** What the object needs from outside itself; each has one stand-in in tests and benchmarks. */
export interface Ports {
  clock: FollowingClock;
  keyRing: KeyRing;
  /** Public address of the API. */
  apiUrl: string;
  upstreams: Record<string, UpstreamConfig>;
  fetch: typeof fetch;
  /** OAuth clients, which belong to no organization. */
  oauthRecords: RecordStore;
  /** What all organizations together may send: `scope` is an upstream account, or an address. */
  getUpstreamBudget(scope: string): UpstreamBudgetPort;
  /** Null once it is destroyed. */
  loadDataKey(id: OrgId): Promise<Uint8Array | null>;
  /** Null for an organization that the Directory does not know. */
  loadPolicy(id: OrgId): Promise<Policy | null>;
  /** As billing has written it down; null where it has not yet. */
  loadEntitlement(id: OrgId): Promise<Entitlement | null>;
  /** Keeps the newest row's number and hash outside of the object; one with a lower number never replaces it. */
  saveAuditHead?(id: OrgId, head: AuditHead): Promise<void>;
  /** Takes what people should hear of. */
  notify?(event: OrganizationEvent): Promise<void>;
  /** Adds calls beyond the quota to the bill. The same report again adds nothing. */
  reportOverage?(id: OrgId, report: OverageReport): Promise<void>;
  /** Hosts that outgoing webhooks may call although they are not public. */
  outgoingHosts?: readonly string[];
}

/** Times are milliseconds. */
export interface UpstreamBudgetPort {
  /** Resolves with 0 once a place is taken, or with how long to stay away. */
  take(request: PlaceRequest): Promise<number>;
  slowDown(account: string, retryAfterMs: number): Promise<void>;
}

export type OrganizationEvent =
  /** An upstream no longer accepts a connection's credential. Sent once, when that begins. */
  | { kind: "connection_invalid"; organization: OrgId; connection: ConnectionId; connector: string }
  /** So many percent of the quota are used. Once in each period; the event's id says so if it comes again. */
  | {
      kind: "usage_threshold";
      organization: OrgId;
      event: EventId;
      threshold: number;
      used: number;
      limit: number;
      periodEnd: number;
    }
  /** An outgoing webhook failed for days, and is off. */
  | { kind: "webhook_disabled"; organization: OrgId; event: EventId; host: string };

/** Everything one provisioned organization owns, loaded from its own SQLite. */
export interface Rooms {
  id: OrgId;
  entitlement: Entitlement;
  membership: Membership;
  policyReadAt: number;
  ports: Ports;
  keys: KeyTable;
  grants: GrantTable;
  limiter: Limiter;
  usage: Usage;
  journal: Journal;
  /** What was published last since this object woke. */
  publishedHead: { seq: number; publishedAt: number } | null;
  connections: Connections;
  changes: ChangeTable;
  clients: ClientTable;
  webhooks: WebhookTable;
  schedule: Schedule;
  events: EventTable;
  outgoing: OutgoingTable;
  overage: OverageTable;
}

export function openDatabase(storage: DurableObjectStorage) {
  return drizzle(storage);
}
export type Database = ReturnType<typeof openDatabase>;

/** Brings the object's own database up to date. The first call is what provisioning means. */
export function migrateDatabase(database: Database): Promise<void> {
  return migrate(database, migrations);
}

/** Null while nothing was provisioned here, and where the data key is destroyed: a key of a deleted organization finds emptiness. */
export async function findRooms(storage: DurableObjectStorage, ports: Ports): Promise<Rooms | null> {
  const tables = storage.sql.exec("select 1 from sqlite_master where name = 'organization'").toArray();
  if (tables.length === 0) return null;
  const database = openDatabase(storage);
  await migrateDatabase(database);
  const row = database.select().from(organization).get();
  return row === undefined ? null : openRooms(storage, ports, row);
}

async function openRooms(
  storage: DurableObjectStorage,
  ports: Ports,
  { id, entitlement }: { id: OrgId; entitlement: Entitlement },
): Promise<Rooms | null> {
  const [dataKey, policy, newest] = await Promise.all([
    ports.loadDataKey(id),
    ports.loadPolicy(id),
    ports.loadEntitlement(id),
  ]);
  if (dataKey === null || policy === null) return null;
  const database = openDatabase(storage);
  const keys = new KeyTable(database);
  const schedule = new Schedule(storage, ports.clock);
  const outgoing = new OutgoingTable({
    id,
    database,
    dataKey,
    limit: () => rooms.entitlement.webhookEndpoints,
  });
  const usage = new Usage(
    storage.sql,
    () => rooms.entitlement,
    (growth, at) => {
      noteGrowth(rooms, growth, at);
      if (rooms.overage.add(rooms.entitlement, growth))
        schedule.hurry("report_overage", at + REPORT_EVERY_MS);
    },
  );
  const rooms: Rooms = {
    id,
    // One that was stored before a field was thought of lacks it.
    entitlement: Entitlement.parse(entitlement),
    membership: new Membership(policy),
    policyReadAt: ports.clock.now(),
    ports,
    keys,
    grants: new GrantTable(database, ports.clock),
    usage,
    limiter: new Limiter(() => rooms.entitlement),
    journal: new Journal(storage, dataKey, usage),
    publishedHead: null,
    connections: new Connections({
      id,
      database,
      dataKey,
      ports,
      entitlement: () => rooms.entitlement,
      onInvalid: (row, at) => noteInvalid(rooms, row, at),
    }),
    changes: new ChangeTable(storage, dataKey),
    clients: new ClientTable(database),
    webhooks: new WebhookTable(database),
    schedule,
    events: new EventTable(storage, schedule, outgoing),
    outgoing,
    overage: new OverageTable(storage.sql),
  };
  if (newest !== null) setEntitlement(storage, rooms, newest);
  await planStandingTasks(rooms.schedule, id, ports.clock.now());
  // Jobs, and whatever was under way when the object was killed.
  if (rooms.changes.listLeft().length > 0) await rooms.schedule.plan("work_changes", ports.clock.now());
  await renewMissingWebhooks(rooms);
  return rooms;
}
