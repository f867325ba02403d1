import type { Context } from "hono";
import { html } from "hono/html";
import { AppError, errorCatalogue, listErrorCodes } from "#errors.ts";
import { parseMarkdown } from "#lib/markdown/parse-markdown.ts";
import { listTools } from "#organization/tools/tool-table.ts";
import { createApi, toNothingHere } from "../hono.ts";
import { documents } from "./documents.ts";
import { toPage } from "./layout.ts";
import { resolveLink } from "./resolve-link.ts";
import { toHtml } from "./to-html.ts";

/** /docs: the pages of docs/, and the tools and error codes, made from the same values that serve the calls. */
export const docs = createApi();

docs.use("/docs/*", async (c, next) => {
  await next();
  c.header(
    "content-security-policy",
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'",
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
          description for programs is <a href="/openapi.json">openapi.json</a>; for models there is
          <a href="/llms.txt">llms.txt</a>.
        </p>
        <h2>Pages</h2>
        <ul>
          ${[...documents].map(
            ([name, { summary, title }]) => html`<li><a href="/docs/${name}">${title}</a>: ${summary}</li>`,
          )}
        </ul>
        <h2>Tools</h2>
        <dl>
          ${listTools().map(({ tool }) => html`<dt><code>${tool.name}</code></dt><dd>${tool.description}</dd>`)}
        </dl>
        <h2 id="errors">Errors</h2>
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
        <p>${fix}</p>`,
    ),
  );
});

docs.get("/docs/:page", (c) => showDocument(c, c.req.param("page")));
docs.get("/docs/tools/:toolset", (c) => showDocument(c, `tools/${c.req.param("toolset")}`));

/** As a page, or with `.md` at the end as it was written. */
function showDocument(c: Context, address: string): Response | Promise<Response> {
  const name = address.replace(/\.md$/, "");
  const document = documents.get(name);
  if (document === undefined) throw toNothingHere();
  const { path, text, title } = document;
  if (name !== address)
    return c.text(withServedLinks(text, path), 200, { "content-type": "text/markdown; charset=utf-8" });
  return c.html(toPage(title, html`${toHtml(parseMarkdown(text), (url) => resolveLink(url, path))}`));
}

function withServedLinks(text: string, path: string): string {
  return text.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, words: string, target: string) => {
    const url = resolveLink(target, path, ".md");
    return url === null ? words : `[${words}](${url})`;
  });
}
