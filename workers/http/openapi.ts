import { version } from "#lib/version.ts";
import type { createApi } from "./hono.ts";

/** The API described, made from the zod schemas of its routes. */
export function mountOpenApi(api: ReturnType<typeof createApi>, address: string): void {
  api.openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
    type: "apiKey",
    in: "header",
    name: "X-API-Key",
  });
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  api.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "__Host-latchkey.session_token",
    description: "Over plain http, on the machine itself, without `__Host-`.",
  });
  api.doc31(address, {
    openapi: "3.1.0",
    info: {
      title: "Latchkey API",
      version,
      description:
        "With a key, at the API's address: every MCP tool as an operation with the same arguments and the same answer. With a session, at the dashboard's address: organizations, people, keys and connections.",
    },
  });
}
