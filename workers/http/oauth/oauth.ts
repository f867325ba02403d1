import { REGISTER_PATH, TOKEN_PATH } from "#organization/grants/authorization-server.ts";
import { createApi } from "../hono.ts";
import { handleAuthorize } from "./authorize.ts";
import { serveMetadata, serveResourceMetadata } from "./metadata.ts";
import { handleRegister } from "./register.ts";
import { handleToken } from "./token.ts";

/** The authorization server: where clients learn of it, make themselves known, and take tokens. Consent is a page of the dashboard. */
export const oauth = createApi();

// The path form is what RFC 9728 derives from the MCP address; older clients look at the root.
for (const path of ["/.well-known/oauth-protected-resource/mcp", "/.well-known/oauth-protected-resource"]) {
  oauth.all(path, (c) => serveResourceMetadata(c.req.raw, c.env));
}
for (const path of [
  "/.well-known/oauth-authorization-server",
  "/.well-known/oauth-authorization-server/mcp",
]) {
  oauth.all(path, (c) => serveMetadata(c.req.raw, c.env));
}
oauth.get("/authorize", handleAuthorize);
oauth.all(TOKEN_PATH, (c) => handleToken(c.req.raw, c.env));
oauth.all(REGISTER_PATH, (c) => handleRegister(c.req.raw, c.env));
