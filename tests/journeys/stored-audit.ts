import { globSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { openDataKey } from "#directory/data-key.ts";
import type { OrgId } from "#ids.ts";
import { decryptText } from "#lib/encryption.ts";
import { parseKeyRing } from "#lib/key-ring.ts";
import type { AuditRow } from "#organization/audit/chain.ts";

const Rows = z.array(
  z.object({
    seq: z.number(),
    at: z.number(),
    actor: z.string(),
    surface: z.string(),
    action: z.string(),
    target: z.string().nullable(),
    connection: z.string().nullable(),
    result: z.string(),
    message: z.string().nullable(),
    billable: z.union([z.literal(0), z.literal(1)]),
    durationMs: z.number(),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
    details: z.string().nullable(),
    hash: z.string(),
  }),
) satisfies z.ZodType<AuditRow[]>;

const ROWS = `select seq, at, actor, surface, action, target, connection, result, message, billable,
  duration_ms as durationMs, ip, user_agent as userAgent, details, hash from audit_log order by seq`;
const Usage = z.tuple([z.object({ calls: z.number(), billable: z.number() })]);
const USAGE = "select sum(calls) as calls, sum(billable) as billable from usage";
const DataKeys = z.tuple([z.object({ ringId: z.number(), wrapped: z.instanceof(Uint8Array) })]);
const DATA_KEYS = "select ring_id as ringId, wrapped from data_keys";

/** What a data folder holds of its only organization, read past the product: audit log, counters, calls' arguments. */
export function readStoredAudit(dataDir: string, organization: OrgId) {
  const rows = Rows.parse(query(`${dataDir}/do/latchkey-Organization`, ROWS));
  const [usage] = Usage.parse(query(`${dataDir}/do/latchkey-Organization`, USAGE));
  const [{ ringId, wrapped }] = DataKeys.parse(query(`${dataDir}/d1/miniflare-D1DatabaseObject`, DATA_KEYS));
  const keyRing = parseKeyRing(readFileSync(`${dataDir}/key-ring`, "utf8"));
  const dataKey = openDataKey(organization, { ringId, wrapped: Buffer.from(wrapped) }, keyRing);
  const openArguments = ({ seq, details }: AuditRow): unknown =>
    JSON.parse(decryptText(dataKey, details ?? "", `audit_log/${seq}/details`));
  return { rows, usage, openArguments };
}

function query(folder: string, sql: string): unknown[] {
  const [file, ...others] = globSync(`${folder}/[0-9a-f]*.sqlite`);
  if (file === undefined || others.length > 0) throw new Error(`${folder} should hold one database.`);
  using database = new DatabaseSync(file, { readOnly: true });
  return database.prepare(sql).all();
}
