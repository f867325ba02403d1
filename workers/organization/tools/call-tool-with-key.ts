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

export async function callToolWithKey(rooms: Rooms, call: KeyedCall): Promise<Record<string, unknown>> {
  const { key, name, args, ...from } = call;
  const surface = "rest";
  const caller = await authenticate(rooms, { key, surface, ...from });
  const outcome = await callTool(rooms, { ...from, name, args, caller, surface, action: "tools/call" });
  if (!outcome.ok) throw outcome.error;
  return outcome.value;
}
