import { authenticate } from "../keys/authenticate.ts";
import type { Rooms } from "../rooms.ts";
import { callTool } from "./call-tool.ts";
import type { Provenance } from "./upstream-visit.ts";

/** A tool call over REST, with the key as the caller sent it. */
export interface KeyedCall {
  key: string;
  name: string;
  args: unknown;
  ip?: string;
  userAgent?: string;
}

export interface KeyedAnswer {
  /** Made into text here, since what a tool answers has no type that a call between Workers could carry. */
  json: string;
  provenance: Provenance;
}

export async function callToolWithKey(rooms: Rooms, call: KeyedCall): Promise<KeyedAnswer> {
  const { key, name, args, ...from } = call;
  const surface = "rest";
  const caller = await authenticate(rooms, { key, surface, ...from });
  const outcome = await callTool(rooms, { ...from, name, args, caller, surface, action: "tools/call" });
  if (!outcome.ok) throw outcome.error;
  return { json: JSON.stringify(outcome.value), provenance: outcome.provenance };
}
