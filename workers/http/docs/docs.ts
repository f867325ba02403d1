import { html } from "hono/html";
import { AppError, errorCatalogue, listErrorCodes } from "#errors.ts";
import { listTools } from "#organization/tools/tool-table.ts";
import { createApi } from "../hono.ts";
import { toPage } from "./layout.ts";

/** /docs: the tools and the error codes, made from the same values that serve the calls. */
export const docs = createApi();

docs.use("/docs/*", async (c, next) => {
  await next();
  c.header(
    "content-security-policy",
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  );
  c.header("x-content-type-options", "nosniff");
});

docs.get("/docs", (c) =>
  c.html(
    toPage(
      "API",
      html`<h1>Latchkey API</h1>
        <p>
          Every tool is an MCP tool at <code>/mcp</code> and an HTTP operation at
          <code>POST /api/v1/tools/&lt;name&gt;</code>, with the same key in <code>X-API-Key</code>. The whole
          description for programs is <a href="/openapi.json">openapi.json</a>.
        </p>
        <h2>Tools</h2>
        <dl>
          ${listTools().map(({ tool }) => html`<dt><code>${tool.name}</code></dt><dd>${tool.description}</dd>`)}
        </dl>
        <h2>Errors</h2>
        <ul>
          ${listErrorCodes().map(
            (code) =>
              html`<li><a href="/docs/errors/${code}"><code>${code}</code></a>: ${errorCatalogue[code].title}</li>`,
          )}
        </ul>`,
    ),
  ),
);

docs.get("/docs/errors/:code", (c) => {
  const code = listErrorCodes().find((known) => known === c.req.param("code"));
  if (code === undefined) throw new AppError("not_found", "There is no such error code.");
  const { title, status, cause, fix, whoCanFix } = errorCatalogue[code];
  return c.html(
    toPage(
      title,
      html`<h1>${title}</h1>
        <p><code>${code}</code> · HTTP ${status} · can be fixed by: ${whoCanFix}</p>
        <h2>Why</h2>
        <p>${cause}</p>
        <h2>What to do</h2>
        <p>${fix}</p>
        <p><a href="/docs">All tools and errors</a></p>`,
    ),
  );
});
