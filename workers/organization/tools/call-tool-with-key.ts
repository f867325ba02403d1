import { authenticate } from "../keys/authenticate.ts";
import type { Rooms } from "../rooms.ts";
import { callTool } from "./call-tool.ts";

/** A tool call over REST, with the key as the caller sent it. */
export interface KeyedCall {
  key: string;
  name: string;
  args: unknown;
  ip?: string;
  userAgent?: string;
}

export async function callToolWithKey(
  rooms: Rooms,
  { key, ...call }: KeyedCall,
): Promise<Record<string, unknown>> {
  const caller = authenticate(rooms.keys, key, rooms.ports.clock.now());
  const outcome = await callTool(rooms, { ...call, caller, surface: "rest", action: "tools/call" });
  if (!outcome.ok) throw outcome.error;
  return outcome.value;
}
