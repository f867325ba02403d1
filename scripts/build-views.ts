import { createHash } from "node:crypto";
import { build } from "esbuild";

const views = { "availability-calendar": "Availability", "financial-summary": "Financial summary" } as const;

/** Each view as one document that loads nothing: its styles and its script are inside, and nothing else may run. */
export async function buildViews(): Promise<Record<string, string>> {
  const documents = Object.entries(views).map(async ([view, title]) => [view, await buildView(view, title)]);
  return Object.fromEntries(await Promise.all(documents));
}

async function buildView(view: string, title: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`views/${view}/main.ts`],
    outdir: "views",
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2024",
    legalComments: "none",
    logLevel: "warning",
  });
  const read = (extension: string) =>
    outputFiles.find(({ path }) => path.endsWith(extension))?.text.trim() ?? "";
  const script = read(".js");
  const style = read(".css");
  const policy = `default-src 'none'; script-src ${toSource(script)}; style-src ${toSource(style)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main></main>
<script type="module">${script}</script>
</body>
</html>
`;
}

const toSource = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
