import { z } from "zod";
import { AppError } from "#errors.ts";
import { newId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { Actor } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import type { ActorUsage } from "../usage/usage.ts";
import { hashKey, makeKey } from "./key-format.ts";
import type { KeyRow } from "./key-table.ts";
import { Scope } from "./scope.ts";

export const CreateKey = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(Scope).min(1).default(["read"]),
  /** Milliseconds since the epoch. */
  expiresAt: z.int().positive().optional(),
});
export type CreateKey = z.input<typeof CreateKey>;

/** A key as it may be shown: never the key itself. */
export interface MaskedKey {
  id: KeyRow["id"];
  name: string;
  masked: string;
  scopes: Scope[];
  createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
  calls: number;
}

/** `secret` is the whole key; this answer is the only place where it ever appears. */
export type NewKey = MaskedKey & { secret: string };

export function createKey(rooms: Rooms, actor: Actor, input: CreateKey): NewKey {
  const { name, scopes, expiresAt = null } = parseInput(CreateKey, input);
  assertRoomForKey(rooms);
  return issueKey(rooms, actor, { name, scopes, expiresAt }, "keys/create");
}

/** Writes a new key, and whatever `also` changes, in the transaction of one audit row. */
export function issueKey(
  { id, keys, journal, ports }: Rooms,
  actor: Actor,
  terms: Pick<KeyRow, "name" | "scopes" | "expiresAt">,
  action: string,
  also: (now: number) => void = () => {},
): NewKey {
  const now = ports.clock.now();
  const secret = makeKey(id, ports.keyRing);
  const row: KeyRow = {
    ...terms,
    id: newId("key"),
    hash: hashKey(secret),
    lastFour: secret.slice(-4),
    createdBy: actor,
    createdAt: now,
    revokedAt: null,
  };
  const entry = { at: now, actor, surface: "internal", action, target: row.id } as const;
  journal.recordWith({ ...entry, result: "ok", billable: false, durationMs: 0 }, () => {
    also(now);
    keys.insert(row);
  });
  return { ...toMaskedKey(row, { calls: 0, lastAt: null }), secret };
}

export function toMaskedKey(row: KeyRow, { calls, lastAt }: ActorUsage): MaskedKey {
  const { id, name, lastFour, scopes, createdAt, expiresAt } = row;
  return { id, name, masked: `api_…${lastFour}`, scopes, createdAt, expiresAt, lastUsedAt: lastAt, calls };
}

function assertRoomForKey({ entitlement, keys }: Rooms): void {
  const limit = entitlement.apiKeys;
  const used = keys.listActive().length;
  if (used < limit) return;
  throw new AppError("plan_limit_reached", `All ${limit} active API keys of this plan are in use.`, {
    limit,
    used,
  });
}
