import { redact } from "#lib/redact.ts";
import { streamText } from "#lib/stream-text.ts";
import type { By } from "./audit/audit-entry.ts";
import { findHead, readChunks } from "./audit/read-rows.ts";
import { showRow } from "./audit/show-row.ts";
import type { Item } from "./changes/stored.ts";
import { listClientConfigurations } from "./clients/list-client-configurations.ts";
import { listConnections } from "./connections/list-connections.ts";
import { toMaskedKey } from "./keys/masked-key.ts";
import { listOutgoingWebhooks } from "./outgoing/list-outgoing-webhooks.ts";
import type { Rooms } from "./rooms.ts";
import { itemStates } from "./schema/change-items.ts";
import { readUsage } from "./usage/read-usage.ts";

/**
 * Everything that is kept here, as JSON lines of which each says its `kind`, without secrets: keys are masked, connections
 * come without their credentials. The export leaves an audit row of its own, which is the last line.
 */
export async function exportOrganization(
  sql: SqlStorage,
  rooms: Rooms,
  by: By,
): Promise<ReadableStream<Uint8Array>> {
  const { journal, ports } = rooms;
  const at = ports.clock.now();
  const entry = { at, ...by, surface: "internal", action: "organization/export" } as const;
  await journal.record({ ...entry, result: "ok", billable: false, durationMs: 0 });
  const before = (findHead(sql)?.seq ?? 0) + 1;
  return streamText(listChunks(sql, rooms, before));
}

function* listChunks(sql: SqlStorage, rooms: Rooms, before: number): Generator<string> {
  const { changes, entitlement, grants, id, journal, keys, usage } = rooms;
  yield toLines("organization", [{ id }]);
  yield toLines("entitlement", [entitlement]);
  yield toLines(
    "key",
    keys.listAll().map((key) => ({
      ...toMaskedKey(key, usage.getByActor(key.id)),
      revokedAt: key.revokedAt,
      replacedBy: key.replacedBy,
    })),
  );
  yield toLines(
    "grant",
    grants.listAll().map(({ record: _, ...grant }) => grant),
  );
  yield toLines("connection", listConnections(rooms));
  yield toLines("client_configuration", listClientConfigurations(rooms));
  yield toLines("outgoing_webhook", listOutgoingWebhooks(rooms));
  for (const change of changes.readAll()) {
    const { details, ...row } = change;
    yield toLines("change", [{ ...row, details: redact(changes.openDetails(change)) }]);
    yield toLines(
      "change_item",
      changes.listItems(change, { states: [...itemStates], limit: change.total }).map(showItem),
    );
  }
  for (const rows of readUsage(sql)) yield toLines("usage", rows);
  for (const rows of readChunks(sql, { before })) {
    yield toLines(
      "audit",
      rows.map((row) => showRow(journal, row, true)),
    );
  }
}

/** What an item changed, without door codes and the like. */
function showItem({ result, step: { before, after }, ...item }: Item) {
  return { ...item, before: redact(before), after: redact(after), result: redact(result) };
}

function toLines(kind: string, things: readonly object[]): string {
  return things.map((thing) => `${JSON.stringify({ kind, ...thing })}\n`).join("");
}
