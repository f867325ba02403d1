import { createHmac, timingSafeEqual } from "node:crypto";
import type { OrgId } from "#ids.ts";
import type { KeyRing } from "#lib/key-ring.ts";
import type { ChainHead } from "./chain.ts";

/** The last row that retention deleted, when it did and how many with it. */
export interface Cut extends ChainHead {
  at: number;
  count: number;
}

export interface Checkpoint extends Cut {
  ringId: number;
  signature: string;
}

export function signCut(id: OrgId, keyRing: KeyRing, cut: Cut): Checkpoint {
  const { seq, hash, at, count } = cut;
  const ringId = keyRing.current;
  const signature = computeSignature(id, keyRing, cut, ringId);
  if (signature === null) throw new Error("The key ring has no current secret.");
  return { seq, hash, at, count, ringId, signature: signature.toString("base64") };
}

export function isGenuine(id: OrgId, keyRing: KeyRing, checkpoint: Checkpoint): boolean {
  const due = computeSignature(id, keyRing, checkpoint, checkpoint.ringId);
  const given = Buffer.from(checkpoint.signature, "base64");
  return due !== null && due.length === given.length && timingSafeEqual(due, given);
}

/** The newest one: where the chain starts. */
export function findCheckpoint(sql: SqlStorage): Checkpoint | null {
  const [checkpoint] = sql.exec<Checkpoint & Record<string, SqlStorageValue>>(
    "select seq, hash, at, count, ring_id as ringId, signature from audit_checkpoints order by seq desc limit 1",
  );
  return checkpoint ?? null;
}

export function saveCheckpoint(sql: SqlStorage, checkpoint: Checkpoint): void {
  const { seq, hash, at, count, ringId, signature } = checkpoint;
  sql.exec(
    `insert into audit_checkpoints (seq, hash, at, count, ring_id, signature) values (?, ?, ?, ?, ?, ?)
      on conflict (seq) do update set ring_id = excluded.ring_id, signature = excluded.signature`,
    ...[seq, hash, at, count, ringId, signature],
  );
}

function computeSignature(id: OrgId, keyRing: KeyRing, cut: Cut, ringId: number): Buffer | null {
  const key = keyRing.derive(ringId, "audit-checkpoint");
  if (key === undefined) return null;
  const text = JSON.stringify([id, cut.seq, cut.hash, cut.at, cut.count]);
  return createHmac("sha256", key).update(text).digest();
}
