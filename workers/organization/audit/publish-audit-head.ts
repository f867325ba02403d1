import type { Ports, Rooms } from "../rooms.ts";
import { findHead } from "./read-rows.ts";
import type { AuditHead } from "./verify-audit.ts";

interface Publisher extends Pick<Rooms, "id" | "publishedHead"> {
  ports: Pick<Ports, "clock" | "saveAuditHead">;
}

const MOST_ROWS = 1_000;
const MOST_MS = 10 * 60 * 1_000;

/**
 * Hands the newest row's number and hash to where the object cannot change them again, if a thousand rows or ten minutes
 * have come since the last time. Null when nothing was due.
 */
export async function publishAuditHead(sql: SqlStorage, publisher: Publisher): Promise<AuditHead | null> {
  const { id, ports, publishedHead: published } = publisher;
  const newest = findHead(sql);
  if (newest === null || ports.saveAuditHead === undefined) return null;
  const now = ports.clock.now();
  const rows = newest.seq - (published?.seq ?? 0);
  const isDue = rows >= MOST_ROWS || (rows > 0 && now - (published?.publishedAt ?? 0) >= MOST_MS);
  if (!isDue) return null;
  const head = { seq: newest.seq, hash: newest.hash, at: newest.at };
  await ports.saveAuditHead(id, head);
  publisher.publishedHead = { seq: head.seq, publishedAt: now };
  return head;
}

/** Whether it is time to look, told without looking: this is asked at every call. */
export function isHeadDue({ ports, publishedHead }: Publisher): boolean {
  return ports.clock.now() - (publishedHead?.publishedAt ?? 0) >= MOST_MS;
}
