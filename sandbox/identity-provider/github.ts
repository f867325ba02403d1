import type { Context } from "hono";
import type { SandboxBindings } from "#sandbox/app.ts";
import { jsonApp } from "#sandbox/json-app.ts";
import { decide, showConsent } from "./authorize.ts";
import { githubClient, isAuthentic } from "./clients.ts";
import { TokenRequest } from "./grants.ts";
import { type Person, toAccountNumber } from "./people.ts";

/** github.com and, below /api, api.github.com. */
export const github = jsonApp();

github.get("/login/oauth/authorize", (c) => showConsent(c, "GitHub", githubClient));
github.post("/login/oauth/authorize", (c) => decide(c, "GitHub", githubClient));

/** Refusals are 200 here too, and everything is a form unless JSON was asked for. */
github.post("/login/oauth/access_token", async (c) => {
  const answer = exchange(c, TokenRequest.parse(await c.req.parseBody()));
  if (c.req.header("accept")?.includes("application/json")) return c.json(answer);
  return c.body(new URLSearchParams(answer).toString(), 200, {
    "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
  });
});

function exchange(c: Context<{ Bindings: SandboxBindings }>, request: TokenRequest): Record<string, string> {
  if (!isAuthentic(githubClient, request)) return { error: "incorrect_client_credentials" };
  const redeemed = c.env.world.grants.redeemCode(request, c.env.world.clock.now());
  if (redeemed === undefined) return { error: "bad_verification_code" };
  const scope = redeemed.scope.split(/[ ,]/).join(",");
  return { access_token: redeemed.accessToken, scope, token_type: "bearer" };
}

github.use("/api/*", async (c, next) => {
  if (c.req.header("user-agent") === undefined)
    return c.text("Please make sure your request has a User-Agent", 403);
  await next();
});

github.get("/api/user", (c) =>
  withPerson(c, (person) => ({
    id: toAccountNumber(person),
    login: person.email.split("@")[0],
    name: person.name || null,
    email: person.email,
    avatar_url: person.picture || null,
  })),
);

/** With a second, unconfirmed address, since real accounts have such. */
github.get("/api/user/emails", (c) =>
  withPerson(c, ({ email, verified }) => [
    { email: `old.${email}`, primary: false, verified: false, visibility: null },
    { email, primary: true, verified: verified === "yes", visibility: "public" },
  ]),
);

function withPerson(c: Context<{ Bindings: SandboxBindings }>, answer: (person: Person) => object): Response {
  const person = c.env.world.grants.findPerson(c.req.header("authorization"));
  return person === undefined ? c.json({ message: "Bad credentials" }, 401) : c.json(answer(person));
}
