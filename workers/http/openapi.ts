import { version } from "#lib/version.ts";
import type { createApi } from "./hono.ts";

/** /openapi.json, made from the zod schemas of the routes. */
export function mountOpenApi(api: ReturnType<typeof createApi>): void {
  api.openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
    type: "apiKey",
    in: "header",
    name: "X-API-Key",
  });
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  api.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Latchkey API",
      version,
      description:
        "Every MCP tool is also an operation here: the same key, the same arguments, the same answer.",
    },
  });
}
