import type { Context } from "hono";
import { z } from "zod";
import type { SandboxBindings } from "#sandbox/app.ts";
import { type Client, isRegistered } from "./clients.ts";
import { consentPage, refusalPage } from "./consent-page.ts";
import { AuthorizationRequest } from "./grants.ts";
import { Person } from "./people.ts";

type Ctx = Context<{ Bindings: SandboxBindings }>;

const Decision = z.union([z.object({ deny: z.string() }), Person]);

/** Shows whom to be; a wrong client or address is never redirected to. */
export function showConsent(c: Ctx, provider: string, client: Client): Response | Promise<Response> {
  const request = AuthorizationRequest.safeParse(c.req.query()).data;
  if (request === undefined) return refusalPage(provider, "invalid_request");
  if (!isRegistered(client, request)) return refusalPage(provider, "redirect_uri_mismatch");
  return consentPage(provider);
}

/** What the person chose, posted to the address that the form was read from. */
export async function decide(c: Ctx, provider: string, client: Client): Promise<Response> {
  const request = AuthorizationRequest.safeParse(c.req.query()).data;
  const decision = Decision.safeParse(await c.req.parseBody()).data;
  if (request === undefined || decision === undefined) return refusalPage(provider, "invalid_request");
  if (!isRegistered(client, request)) return refusalPage(provider, "redirect_uri_mismatch");
  const { world } = c.env;
  const answer =
    "deny" in decision
      ? { error: "access_denied" }
      : { code: world.grants.issueCode({ request, person: decision, issuedAt: world.clock.now() }) };
  const back = new URL(request.redirect_uri);
  for (const [name, value] of Object.entries({ ...answer, state: request.state })) {
    back.searchParams.set(name, value);
  }
  return c.redirect(back.href, 303);
}
