import { z } from "zod";
import { parseInput } from "#lib/parse-input.ts";
import type { Rooms } from "../rooms.ts";
import { type ChainHead, findBreak, GENESIS } from "./chain.ts";
import { type Cut, findCheckpoint, isGenuine } from "./checkpoint.ts";
import { findHead, readRows } from "./read-rows.ts";

/** The newest row as it was when it was published outside of the object. */
export const AuditHead = z.object({ seq: z.int().positive(), hash: z.string(), at: z.number() });
export type AuditHead = z.infer<typeof AuditHead>;

export const VerifyAudit = z.object({ expectedHead: AuditHead.optional() });
export type VerifyAudit = z.input<typeof VerifyAudit>;

export interface AuditVerdict {
  /** The first row that does not follow from the one before it, or is not the one that was published. */
  brokenAt: number | null;
  /** Rows that were there when the head was published. */
  missingTail: { from: number; to: number } | null;
  /** Where retention let the chain start. */
  checkpoint: Cut | null;
}

/** Walks the whole chain from the checkpoint, or from the first row. */
export function verifyAudit(sql: SqlStorage, { id, ports }: Rooms, input: VerifyAudit): AuditVerdict {
  const { expectedHead } = parseInput(VerifyAudit, input);
  const stored = findCheckpoint(sql);
  if (stored === null) return verifyFrom(sql, GENESIS, null, expectedHead);
  const { ringId, signature, ...checkpoint } = stored;
  if (isGenuine(id, ports.keyRing, stored)) return verifyFrom(sql, checkpoint, checkpoint, expectedHead);
  return { brokenAt: checkpoint.seq, missingTail: null, checkpoint };
}

function verifyFrom(
  sql: SqlStorage,
  start: ChainHead,
  checkpoint: Cut | null,
  expected?: AuditHead,
): AuditVerdict {
  const last = findHead(sql) ?? start;
  const brokenAt = findBreak(readRows(sql), start)?.seq ?? null;
  if (expected === undefined) return { brokenAt, missingTail: null, checkpoint };
  if (expected.seq > last.seq) {
    return { brokenAt, missingTail: { from: last.seq + 1, to: expected.seq }, checkpoint };
  }
  const [published = start] = readRows(sql, { after: expected.seq - 1, before: expected.seq + 1 });
  const isAnother = published.seq === expected.seq && published.hash !== expected.hash;
  return { brokenAt: brokenAt ?? (isAnother ? expected.seq : null), missingTail: null, checkpoint };
}
