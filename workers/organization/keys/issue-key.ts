import { newId } from "#ids.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { hashKey, makeKey } from "./key-format.ts";
import type { KeyRow } from "./key-table.ts";
import type { KeyTerms } from "./key-terms.ts";
import { type MaskedKey, toMaskedKey } from "./masked-key.ts";

/** `secret` is the whole key; this answer is the only place where it ever appears. */
export type NewKey = MaskedKey & { secret: string };

/** Writes a new key, and whatever `also` changes, in the transaction of one audit row. */
export function issueKey(
  { id, keys, journal, ports }: Rooms,
  by: By,
  terms: KeyTerms,
  action: string,
  also: (row: KeyRow) => void = () => {},
): NewKey {
  const now = ports.clock.now();
  const secret = makeKey(id, ports.keyRing);
  const row: KeyRow = {
    ...terms,
    id: newId("key"),
    hash: hashKey(secret),
    lastFour: secret.slice(-4),
    createdBy: by.actor,
    createdAt: now,
    revokedAt: null,
    replacedBy: null,
    graceUntil: null,
  };
  const entry = { at: now, ...by, surface: "internal", action, target: row.id } as const;
  journal.recordWith({ ...entry, result: "ok", billable: false, durationMs: 0 }, () => {
    also(row);
    keys.insert(row);
  });
  return { ...toMaskedKey(row, { calls: 0, lastAt: null }), secret };
}
