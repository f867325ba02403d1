import { getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { health } from "./http/api/health.ts";
import { tools } from "./http/api/tools.ts";
import { docs } from "./http/docs/docs.ts";
import { createApi, handleError } from "./http/hono.ts";
import { handleMcp } from "./http/mcp.ts";
import { mountOpenApi } from "./http/openapi.ts";

const api = createApi().route("/", health).route("/", tools);

export type Api = typeof api;

mountOpenApi(api);
api.route("/", docs);
api.get("/", (c) => c.redirect("/docs"));
api.all("/mcp", (c) => handleMcp(c.req.raw, c.env, getConfig(c.env)));
api.notFound(() => {
  throw new AppError("not_found", "There is nothing at this address. The API is described at /docs.");
});
api.onError((error, c) => handleError(error, c.env));

export const app = api;
