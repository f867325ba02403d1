import svg from "#public/favicon.svg";
import png from "#public/icon-512.png";
import { createApi } from "../hono.ts";

/** The dashboard's own logo at the API's address: for MCP clients, and for whatever shows a domain's favicon. */
export const icons = createApi();

const headers = {
  "cache-control": "public, max-age=86400",
  "x-content-type-options": "nosniff",
  // Opened by itself, the drawing runs and loads nothing.
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

icons.get("/favicon.svg", (c) => c.body(svg, 200, { ...headers, "content-type": "image/svg+xml" }));
for (const path of ["/icon-512.png", "/favicon.ico"])
  icons.get(path, () => new Response(png, { headers: { ...headers, "content-type": "image/png" } }));
