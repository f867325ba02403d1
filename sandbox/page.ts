import { html } from "hono/html";

type Content = ReturnType<typeof html>;

/** The frame of every page that the sandbox shows to people. */
export async function page(title: string, content: Content): Promise<Response> {
  const document = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1d2433; }
          a { color: #1f5fbf; }
          table { border-collapse: collapse; width: 100%; }
          th, td { text-align: left; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid #e3e7ee; vertical-align: top; }
          pre { white-space: pre-wrap; background: #f5f7fa; padding: 1rem; }
          iframe { width: 100%; height: 40rem; border: 1px solid #e3e7ee; }
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        ${content}
      </body>
    </html>`;
  return new Response(String(document), { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
