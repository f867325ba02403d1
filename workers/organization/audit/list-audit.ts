import { z } from "zod";
import { parseInput } from "#lib/parse-input.ts";
import { maskKey } from "../keys/masked-key.ts";
import type { Rooms } from "../rooms.ts";
import { createCursors } from "../tools/cursors.ts";
import { AuditFilter } from "./audit-filter.ts";
import { readRows } from "./read-rows.ts";
import { type ShownAuditRow, showRow } from "./show-row.ts";

export const ListAudit = AuditFilter.extend({
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(1_000).default(100),
  /** Without, the payloads stay closed: the auditor's view. */
  details: z.boolean().default(true),
});
export type ListAudit = z.input<typeof ListAudit>;

export interface ListedAuditRow extends ShownAuditRow {
  /** Of a key: its name and masked value. Null: it was no key. */
  keyName: string | null;
}

export interface AuditPage {
  rows: ListedAuditRow[];
  hasMore: boolean;
  /** Null on the last page. */
  nextCursor: string | null;
}

/** Newest first. Rows that are written meanwhile move nothing: a cursor stands at a row, not at a count. */
export function listAudit(sql: SqlStorage, { id, journal, keys, ports }: Rooms, input: ListAudit): AuditPage {
  const { cursor, limit, details, ...filter } = parseInput(ListAudit, input);
  const scope = { organization: id, connection: null, tool: "list_audit", filters: filter };
  const cursors = createCursors(scope, ports.keyRing, ports.clock.now());
  const before = cursor === undefined ? undefined : cursors.read(cursor, z.int());
  const found = readRows(sql, { filter, before, order: "newest first", limit: limit + 1 }).toArray();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const hasMore = found.length > limit;
  const keyNames = new Map<string, string>(
    keys.listAll().map((key) => [key.id, `${key.name} (${maskKey(key)})`]),
  );
  return {
    rows: rows.map((row) => ({
      ...showRow(journal, row, details),
      keyName: keyNames.get(row.actor) ?? null,
    })),
    hasMore,
    nextCursor: hasMore && last !== undefined ? cursors.write(last.seq) : null,
  };
}
