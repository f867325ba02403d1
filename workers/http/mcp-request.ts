import { AppError } from "#errors.ts";
import { type AllowedOrigins, requireOrigin } from "./require-origin.ts";

/** What every request to an MCP endpoint must be before anything else of it is looked at. */
export function requireMcpPost(request: Request, allowed: AllowedOrigins): void {
  requireOrigin(request, allowed);
  if (request.method !== "POST")
    throw new AppError("method_not_allowed", "The MCP endpoint takes POST only.");
}

const FORWARDED = ["content-type", "cf-connecting-ip", "user-agent"];

/** The headers of a request that its server may read: no credential, no cookie. */
export function toMcpHeaders(given: Headers): Headers {
  // Clients are known to send */* or one of the two; answering in either form is our choice to make.
  const headers = new Headers({ accept: "application/json, text/event-stream" });
  for (const [name, value] of given)
    if (name.startsWith("mcp-") || FORWARDED.includes(name)) headers.set(name, value);
  return headers;
}
