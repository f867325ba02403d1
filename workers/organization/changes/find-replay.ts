import type { WriteTool } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import type { Caller } from "../keys/authenticate.ts";
import type { Rooms } from "../rooms.ts";
import type { ChangeRow } from "./stored.ts";

interface Asked {
  caller: Caller;
  tool: WriteTool<unknown>;
}

/** What a call with an idempotency key holds while it is busy. */
export function toSlot({ caller, tool }: Asked, idempotencyKey: string): string {
  return JSON.stringify([caller.credential, tool.name, idempotencyKey]);
}

/** The change that this key has made with this idempotency key before; null: none, so it may be made. */
export function findReplay(
  { changes }: Rooms,
  asked: Asked,
  idempotencyKey: string,
  argumentsHash: string,
): ChangeRow | null {
  const stillRunning =
    "idempotency_key: the call that came with it first is still running. Wait, then ask again.";
  if (changes.isHeld(toSlot(asked, idempotencyKey))) throw new AppError("conflict", stillRunning);
  const change = changes.findByIdempotencyKey(asked.caller.credential, asked.tool.name, idempotencyKey);
  if (change === null) return null;
  if (change.argumentsHash !== argumentsHash) {
    throw new AppError(
      "conflict",
      "idempotency_key: it came with other arguments before. Choose another one.",
    );
  }
  if (change.state === "running" && !change.job) throw new AppError("conflict", stillRunning);
  if (!asked.tool.batch && (change.state === "failed" || change.state === "partial")) {
    throw new AppError(
      "conflict",
      "idempotency_key: the call that came with it first failed, and some of it may have arrived. Look, and make what " +
        "is missing with another idempotency_key.",
    );
  }
  return change;
}
