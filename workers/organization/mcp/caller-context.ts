import type { AuthInfo } from "@modelcontextprotocol/server";
import type { Caller } from "../keys/authenticate.ts";
import type { Rooms } from "../rooms.ts";

/** What a request's handlers may know: whose object this is, who calls, and from where. */
export interface CallerContext {
  rooms: Rooms;
  caller: Caller;
  ip?: string;
  userAgent?: string;
}

/** The SDK carries our context through `extra`, which it never reads. */
export function toAuthInfo(context: CallerContext): AuthInfo {
  const { caller } = context;
  return { token: "", clientId: caller.credential, scopes: [...caller.scopes], extra: { context } };
}

/** Safe because the handler is only ever given what `toAuthInfo` made. */
export function toCallerContext(authInfo: AuthInfo | undefined): CallerContext {
  const context = authInfo?.extra?.context;
  if (context === undefined) throw new Error("An MCP request reached the server without a verified caller.");
  return context as CallerContext;
}
