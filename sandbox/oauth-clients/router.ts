import { jsonApp } from "#sandbox/json-app.ts";
import { documents } from "./documents.ts";

const BEYOND_ANY_TIMEOUT_MS = 120_000;

/** OAuth clients that are known by an address, on any host: what a good one answers there, and what others might. */
export const oauthClients = jsonApp("/oauth-clients");

oauthClients.get("/not-json.json", (c) => c.html("<h1>Hello</h1>"));

oauthClients.get("/impostor.json", (c) =>
  c.json({ ...documents.claude, client_id: "https://claude.ai/oauth-clients/claude.json" }),
);

oauthClients.get("/redirecting.json", (c) => c.redirect("https://10.0.0.1/oauth-clients/claude.json"));

/** As an open redirect of a good site: what it leads to speaks in that site's name. */
oauthClients.get("/open-redirect.json", (c) => {
  const to = new URL("https://elsewhere.dev/oauth-clients/claiming.json");
  to.searchParams.set("client_id", c.req.url);
  return c.redirect(to.href);
});

oauthClients.get("/claiming.json", (c) =>
  c.json({ ...documents.claude, client_id: c.req.query("client_id") }),
);

oauthClients.get("/slow.json", async (c) => {
  await scheduler.wait(BEYOND_ANY_TIMEOUT_MS);
  return c.json({ ...documents.claude, client_id: c.req.url });
});

for (const [name, document] of Object.entries(documents)) {
  oauthClients.get(`/${name}.json`, (c) => c.json({ client_id: c.req.url, ...document }));
}
