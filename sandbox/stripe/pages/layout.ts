import { html } from "hono/html";
import { style } from "./style.ts";

export type Content = ReturnType<typeof html> | string;

interface Options {
  status?: number;
  /** For two columns beside each other. */
  wide?: boolean;
}

/** The frame of the pages that customers of the account see. */
export async function layout(
  title: string,
  content: Content,
  { status = 200, wide = false }: Options = {},
): Promise<Response> {
  const document = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>${style}</style>
      </head>
      <body>
        <div class="banner">Sandbox: no money moves here</div>
        <main class="${wide ? "wide" : ""}">${content}</main>
      </body>
    </html>`;
  return new Response(String(document), {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    },
  });
}

/** After a form: the browser asks for the next page, and a reload does not send the form again. */
export const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { Location: toHeader(location) } });

/** An address may have letters that a header cannot. */
const toHeader = (location: string) => location.toWellFormed().replaceAll(/[^!-~]+/g, encodeURIComponent);

/** What a page says when it cannot do what was asked. */
export const apology = (title: string, text: string, status: number, link?: { href: string; text: string }) =>
  layout(
    title,
    html`<div class="card">
      <h1>${title}</h1>
      <p>${text}</p>
      ${link ? html`<p><a class="button plain" href="${link.href}">${link.text}</a></p>` : ""}
    </div>`,
    { status },
  );
