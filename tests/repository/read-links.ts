import { posix } from "node:path";

export interface MarkdownLink {
  /** Path from the root of the repository. */
  path: string;
  /** The words in double quotes after the link, if there are any. */
  quoted?: string;
}

const LINK = /\[[^\]]*\]\(([^)\s]+)\)(?:\s+"([^"]+)")?/g;
const FENCE = /^```.*?^```/gms;

/** The links of a page that lead to files of the repository. */
export function readLinks(text: string, page: string): MarkdownLink[] {
  return [...text.replace(FENCE, "").matchAll(LINK)].flatMap(([, target = "", quoted]) => {
    const [path = ""] = target.split("#");
    if (path === "" || /^[a-z]+:/.test(path)) return [];
    return { path: posix.join(posix.dirname(page), path), quoted };
  });
}
