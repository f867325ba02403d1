import { html } from "hono/html";

const style = `
  :root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; --line: light-dark(#d9d9e4, #3a3a4c); }
  html { background: light-dark(#fff, #0c0c17); color: light-dark(#15152b, #f0f0fa); } a { color: light-dark(#4338ca, #a9a4ff); }
  body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; overflow-wrap: break-word; }
  header a { display: inline-flex; gap: 0.6rem; align-items: center; margin-bottom: 1.5rem; color: inherit; font-weight: 600; text-decoration: none; }
  h1 { font-size: 1.75rem; line-height: 1.2; } h2 { margin-top: 2.5rem; font-size: 1.25rem; } h3 { margin-top: 2rem; font-size: 1rem; }
  code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
  pre, .wide { overflow-x: auto; } pre { padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; }
  table { border-collapse: collapse; font-size: 0.9rem; } td code { overflow-wrap: normal; }
  th, td { padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
  blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
  dt { margin-top: 1rem; font-weight: 600; } dd { margin: 0; }
`;

/** A page of the API's own documentation: no script, readable in both themes. */
export function toPage(title: string, body: ReturnType<typeof html>) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<title>${title} · Latchkey</title>
<style>${style}</style>
</head>
<body>
<header><a href="/docs"><img src="/favicon.svg" alt="" width="28" height="28">Latchkey API</a></header>
<main>${body}</main>
</body>
</html>`;
}
