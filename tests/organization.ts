import { runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { z } from "zod";
import { toEntitlement } from "#billing/to-entitlement.ts";
import type { Role } from "#directory/roles.ts";
import { type DenyReceipt, errorCatalogue } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import { pushPolicy } from "#lifecycle/push-policy.ts";
import type { ListAudit } from "#organization/audit/list-audit.ts";
import { getOrganization } from "#organization/get-organization.ts";
import type { CreateKey } from "#organization/keys/create-key.ts";
import type { NewKey } from "#organization/keys/issue-key.ts";
import type { Entitlement } from "#organization/limits/entitlement.ts";
import type { Result } from "#organization/result.ts";
import { database } from "./database.ts";
import { createAccount, type SandboxAccount } from "./sandbox.ts";

export interface TestOrganization {
  id: OrgId;
  apiKey: string;
  account: SandboxAccount;
  /** A stub of its own each time: one that was there before a restart is broken by it. */
  readonly object: ReturnType<typeof getOrganization>;
}

/** An organization of its own for one test, connected to a Hostaway account of its own. */
export async function createOrganization(given?: SandboxAccount): Promise<TestOrganization> {
  const account = given ?? (await createAccount());
  const { id, apiKey } = await exports.Setup.createOrganization({
    name: "Test organization",
    connector: "hostaway",
    credential: { accountId: account.accountId, secretKey: account.clientSecret },
  });
  return {
    id,
    apiKey,
    account,
    get object() {
      return getOrganization(env, id);
    },
  };
}

/** Changes the stored rows behind the object's back, and restarts it so that it reads them. */
export async function alterDatabase(
  organization: TestOrganization,
  statement: string,
  ...bindings: (string | number | null)[]
): Promise<void> {
  await runInDurableObject(organization.object, async (_, { storage }) => {
    storage.sql.exec(statement, ...bindings);
    await storage.sync();
  });
  await restart(organization);
}

/** The object loses its memory, as in an eviction; what was stored stays. */
export async function restart({ object }: TestOrganization): Promise<void> {
  const aborting = runInDurableObject(object, (_, state) => state.abort("restarted by a test"));
  await aborting.catch(() => {});
}

/** The value of a result that a test expects to be one. */
export function getValue<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.receipt.code}: ${result.receipt.message}`);
  return result.value;
}

/** The refusal of a result that a test expects to be one. */
export function getReceipt(result: Result<unknown>): DenyReceipt {
  if (result.ok) throw new Error("Expected a refusal.");
  return result.receipt;
}

/** The audit log, newest first. */
export async function listAudit({ object }: TestOrganization, input: ListAudit = { limit: 1_000 }) {
  return getValue(await object.listAudit(input)).rows;
}

/** Rows in the Directory for people who need no browser here. */
export async function addMembers({ id }: TestOrganization, role: Role, ...userIds: string[]): Promise<void> {
  const now = Date.now();
  await database.batch(
    userIds.flatMap((userId) => [
      database
        .prepare(
          "insert or ignore into users (id, name, email, created_at, updated_at) values (?, ?, ?, ?, ?)",
        )
        .bind(userId, userId, `${userId}@example.com`, now, now),
      database
        .prepare(
          "insert or ignore into members (id, organization_id, user_id, role, created_at) values (?, ?, ?, ?, ?)",
        )
        .bind(crypto.randomUUID(), id, userId, role, now),
    ]),
  );
  await pushPolicy(env, id);
}

export async function createKey(
  { object }: TestOrganization,
  input: Partial<CreateKey> = {},
): Promise<NewKey> {
  return getValue(await object.createKey({ actor: "system" }, { name: "Another", ...input }));
}

/** What billing would allow from now on: Starter, but for `change`. */
export async function setEntitlement(
  { object }: TestOrganization,
  { version = 2, ...change }: Partial<Entitlement>,
): Promise<void> {
  getValue(
    await object.setEntitlement({ ...toEntitlement("starter", { status: "active", version }), ...change }),
  );
}

/** The rows of one table of the organization's own database, as they are stored. */
export function readTable({ object }: TestOrganization, table: string) {
  return runInDurableObject(object, (_, { storage }) => storage.sql.exec(`select * from ${table}`).toArray());
}

/** Everything that the organization's own database holds, as one text to search in. */
export function dumpDatabase({ object }: TestOrganization): Promise<string> {
  return runInDurableObject(object, (_, { storage }) => {
    const tables = storage.sql
      .exec<{ name: string }>(
        "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'",
      )
      .toArray();
    const rows = tables.map(({ name }) => [name, storage.sql.exec(`select * from "${name}"`).toArray()]);
    return JSON.stringify(rows);
  });
}

const API = "https://latchkey.test";

const Refusal = z.object({
  error: z.object({
    code: z.enum(Object.keys(errorCatalogue)),
    message: z.string(),
    limit: z.number().optional(),
    used: z.number().optional(),
    resetsAt: z.iso.datetime().optional(),
    whoCanFix: z.string(),
    url: z.url(),
  }),
});

export interface RestAnswer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
  /** The receipt, if it is a refusal. */
  error?: z.infer<typeof Refusal>["error"];
}

/** `POST /api/v1/tools/<name>`. */
export async function callRest(apiKey: string, name: string, args: unknown = {}): Promise<RestAnswer> {
  return toRestAnswer(
    await fetchApi(`/api/v1/tools/${name}`, {
      method: "POST",
      headers: { "x-api-key": apiKey, "content-type": "application/json" },
      body: JSON.stringify(args),
    }),
  );
}

export async function toRestAnswer(response: Response): Promise<RestAnswer> {
  const body = z.record(z.string(), z.unknown()).parse(await response.json());
  return {
    status: response.status,
    headers: response.headers,
    body,
    error: response.ok ? undefined : Refusal.parse(body).error,
  };
}

/** With the Host header that a request over the network always has. */
export function fetchApi(path: string, init?: RequestInit): Promise<Response> {
  const request = new Request(`${API}${path}`, init);
  if (!request.headers.has("host")) request.headers.set("host", new URL(API).host);
  return exports.default.fetch(request);
}
