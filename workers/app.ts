import { getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { activity } from "./http/api/activity.ts";
import { connections } from "./http/api/connections.ts";
import { health } from "./http/api/health.ts";
import { keys } from "./http/api/keys.ts";
import { tools } from "./http/api/tools.ts";
import { docs } from "./http/docs/docs.ts";
import { getAuth } from "./http/get-auth.ts";
import { createApi, handleError } from "./http/hono.ts";
import { limitSignIn } from "./http/limit-sign-in.ts";
import { handleMcp } from "./http/mcp.ts";
import { mountOpenApi } from "./http/openapi.ts";

const withKey = createApi().route("/", health).route("/", tools);

/** What the network reaches: everything that a key opens. It reads no cookie. */
export const app = toApp(withKey);
mountOpenApi(app);
app.route("/", docs);
app.get("/", (c) => c.redirect("/docs"));
app.all("/mcp", (c) => handleMcp(c.req.raw, c.env, getConfig(c.env)));

const withSession = createApi()
  .route("/", health)
  .route("/", keys)
  .route("/", connections)
  .route("/", activity);

export type Api = typeof withSession;

/** What the dashboard's service binding reaches: everything that a session opens. */
export const dashboardApp = toApp(withSession);
mountOpenApi(dashboardApp);
for (const path of [
  "sign-in/*",
  "sign-up/*",
  "request-password-reset",
  "reset-password",
  "two-factor/verify-*",
]) {
  dashboardApp.use(`/api/v1/auth/${path}`, limitSignIn);
}
dashboardApp.all("/api/v1/auth/*", (c) => getAuth(c.env).handler(c.req.raw));

function toApp<App extends ReturnType<typeof createApi>>(app: App): App {
  app.notFound(() => {
    throw new AppError("not_found", "There is nothing at this address. The API is described at /docs.");
  });
  app.onError((error, c) => handleError(error, c.env));
  return app;
}
