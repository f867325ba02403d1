import { html } from "hono/html";

const style = `
  :root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
  body { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
  h1 { font-size: 1.75rem; line-height: 1.2; } h2 { margin-top: 2.5rem; font-size: 1.25rem; }
  code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
  dt { margin-top: 1rem; font-weight: 600; } dd { margin: 0; }
`;

/** A page of the API's own documentation: no script, readable in both themes. */
export function toPage(title: string, body: ReturnType<typeof html>) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Latchkey</title>
<style>${style}</style>
</head>
<body>${body}</body>
</html>`;
}
