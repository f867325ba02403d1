import { Hono } from "hono";
import { z } from "zod";
import type { HostawayEnv } from "./context.ts";
import { success } from "./envelope.ts";

const TokenRequest = z.object({
  grant_type: z.string(),
  client_id: z.string(),
  client_secret: z.string(),
  scope: z.string(),
});

const refusal = (status: number, error: string, message: string) =>
  Response.json({ error, message }, { status });

/** Outside the envelope: this endpoint speaks OAuth. */
export const accessTokens = new Hono<HostawayEnv>();

accessTokens.post("/", async (c) => {
  const { clock, hostaway } = c.env.world;
  const { badSecretStatus, tokenExpiresIn } = c.var.settings;
  const isForm = c.req.header("Content-Type")?.startsWith("application/x-www-form-urlencoded");
  const request = TokenRequest.safeParse(isForm ? await c.req.parseBody() : {}).data;
  if (!request) return refusal(400, "invalid_request", "The request is missing a required form field");
  if (request.grant_type !== "client_credentials") {
    return refusal(400, "unsupported_grant_type", "The grant type is not supported");
  }
  if (request.scope !== "general") return refusal(400, "invalid_scope", "The requested scope is invalid");
  const credentials = hostaway.accounts.findCredentials(request.client_id);
  if (credentials?.clientSecret !== request.client_secret) {
    return refusal(badSecretStatus, "invalid_client", "Client authentication failed");
  }
  const { token } = hostaway.tokens.mint(credentials.accountId, clock.now(), tokenExpiresIn);
  return c.json({ token_type: "Bearer", expires_in: tokenExpiresIn, access_token: token });
});

accessTokens.delete("/", (c) => {
  const { tokens } = c.env.world.hostaway;
  const token = tokens.find(c.req.query("token") ?? "");
  if (token) tokens.revoke(token);
  return success([]);
});
