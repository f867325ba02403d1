import { z } from "zod";
import { parseInput } from "#lib/parse-input.ts";
import type { Rooms } from "../rooms.ts";
import { findBreak, GENESIS } from "./chain.ts";
import { type Checkpoint, findCheckpoint, isGenuine, saveCheckpoint, signCut } from "./checkpoint.ts";
import { readRows } from "./read-rows.ts";

export const PruneAudit = z.object({
  /** Rows older than this go. Milliseconds since the epoch. */
  before: z.int().nonnegative(),
});
export type PruneAudit = z.input<typeof PruneAudit>;

export interface PrunedAudit {
  pruned: number;
  /** Whether to call again: one call deletes a limited number of rows. */
  hasMore: boolean;
  /** Where the chain is broken. Nothing was deleted then: a checkpoint would hide it. */
  brokenAt: number | null;
}

const ROWS_PER_CALL = 1_000;

/** Deletes the oldest rows behind a signed checkpoint, from which the chain goes on. Safe to repeat. */
export function pruneAudit(sql: SqlStorage, rooms: Rooms, input: PruneAudit): PrunedAudit {
  const { before } = parseInput(PruneAudit, input);
  const { id, journal, ports } = rooms;
  const checkpoint = findCheckpoint(sql);
  if (checkpoint !== null && !isGenuine(id, ports.keyRing, checkpoint)) return broken(checkpoint.seq);
  if (checkpoint !== null) renew(sql, rooms, checkpoint);

  const oldest = readRows(sql, { limit: ROWS_PER_CALL }).toArray();
  const firstKept = oldest.findIndex(({ at }) => at >= before);
  const old = firstKept === -1 ? oldest : oldest.slice(0, firstKept);
  const last = old.at(-1);
  if (last === undefined) return { pruned: 0, hasMore: false, brokenAt: null };
  const gap = findBreak(old, checkpoint ?? GENESIS);
  if (gap !== null) return broken(gap.seq);

  const at = ports.clock.now();
  const cut = { seq: last.seq, hash: last.hash, at, count: old.length };
  const entry = { at, actor: "system", surface: "internal", action: "audit/prune" } as const;
  const outcome = { target: `${last.seq}`, result: "ok", billable: false, durationMs: 0 } as const;
  journal.recordWith({ ...entry, ...outcome, details: { count: old.length } }, () => {
    saveCheckpoint(sql, signCut(id, ports.keyRing, cut));
    sql.exec("delete from audit_log where seq <= ?", last.seq);
  });
  return { pruned: old.length, hasMore: oldest.length === ROWS_PER_CALL && firstKept === -1, brokenAt: null };
}

/** Signs again under the ring's current secret, so that an older one can leave the ring. */
function renew(sql: SqlStorage, { id, ports }: Rooms, checkpoint: Checkpoint): void {
  if (checkpoint.ringId === ports.keyRing.current) return;
  saveCheckpoint(sql, signCut(id, ports.keyRing, checkpoint));
}

function broken(brokenAt: number): PrunedAudit {
  return { pruned: 0, hasMore: false, brokenAt };
}
