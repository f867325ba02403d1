import { documents, toName } from "./documents.ts";

/**
 * Where a link of a page of docs/ leads when the page is served: null for what is in the repository only. `suffix` is
 * `.md` between pages that are read as Markdown.
 */
export function resolveLink(url: string, page: string, suffix = ""): string | null {
  if (/^(https?:|#)/.test(url)) return url;
  const { pathname, hash } = new URL(url, `https://docs.invalid/${page}`);
  const path = pathname.slice(1);
  const name = toName(path);
  if (documents.has(name)) return `/docs/${name}${suffix}${hash}`;
  if (path === "errors/README.md") return "/docs#errors";
  return path.startsWith("errors/") ? `/docs/${name}` : null;
}
