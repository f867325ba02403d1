import { z } from "zod";
import { parseInput } from "#lib/parse-input.ts";
import { nameGrants } from "../grants/list-grants.ts";
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
  /** Of an assistant: what it calls itself, and the member who let it in. */
  grant: { name: string; memberId: string } | null;
}

export interface AuditPage {
  rows: ListedAuditRow[];
  hasMore: boolean;
  /** Null on the last page. */
  nextCursor: string | null;
}

/** Newest first. Rows that are written meanwhile move nothing: a cursor stands at a row, not at a count. */
export function listAudit(sql: SqlStorage, rooms: Rooms, input: ListAudit): AuditPage {
  const { id, journal, keys, ports } = rooms;
  const { cursor, limit, details, ...filter } = parseInput(ListAudit, input);
  const scope = { organization: id, connection: null, tool: "list_audit", filters: filter };
  const cursors = createCursors(scope, ports.keyRing, ports.clock.now());
  const before = cursor === undefined ? undefined : cursors.read(cursor, z.int());
  const found = readRows(sql, { filter, before, order: "newest first", limit: limit + 1 }).toArray();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const hasMore = found.length > limit;
  const names = new Map<string, Pick<ListedAuditRow, "keyName" | "grant">>([
    ...keys
      .listAll()
      .map((key) => [key.id, { keyName: `${key.name} (${maskKey(key)})`, grant: null }] as const),
    ...nameGrants(rooms).map(([id, grant]) => [id, { keyName: null, grant }] as const),
  ]);
  return {
    rows: rows.map((row) => ({
      ...showRow(journal, row, details),
      ...(names.get(row.actor) ?? { keyName: null, grant: null }),
    })),
    hasMore,
    nextCursor: hasMore && last !== undefined ? cursors.write(last.seq) : null,
  };
}
