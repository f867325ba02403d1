import { jsonApp } from "#sandbox/json-app.ts";
import { decide, showConsent } from "./authorize.ts";
import { googleClient, isAuthentic } from "./clients.ts";
import { TokenRequest } from "./grants.ts";
import { toAccountNumber } from "./people.ts";

/** Google's three endpoints, which live on three hosts there and below one address here. */
export const google = jsonApp();

google.get("/o/oauth2/v2/auth", (c) => showConsent(c, "Google", googleClient));
google.post("/o/oauth2/v2/auth", (c) => decide(c, "Google", googleClient));

google.post("/token", async (c) => {
  const request = TokenRequest.parse(await c.req.parseBody());
  if (!isAuthentic(googleClient, request)) {
    return c.json({ error: "invalid_client", error_description: "Unauthorized" }, 401);
  }
  const { grants, clock } = c.env.world;
  const redeemed = grants.redeemCode(request, clock.now());
  if (redeemed === undefined)
    return c.json({ error: "invalid_grant", error_description: "Bad Request" }, 400);
  const { accessToken: access_token, scope } = redeemed;
  return c.json({ access_token, expires_in: 3599, scope, token_type: "Bearer" });
});

google.get("/v1/userinfo", (c) => {
  const person = c.env.world.grants.findPerson(c.req.header("authorization"));
  if (person === undefined) return c.json({ error: "invalid_request" }, 401);
  const { email, name, picture } = person;
  const sub = String(toAccountNumber(person));
  return c.json({ sub, name, picture, email, email_verified: person.verified === "yes" });
});
