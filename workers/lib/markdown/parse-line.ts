import type { Inline } from "./blocks.ts";

const PIECE =
  /`(?<code>[^`]+)`|\*\*(?<strong>[^*]+)\*\*|(?<!\*)\*(?<emphasis>[^*\s](?:[^*]*[^*\s])?)\*|\[(?<words>[^\]]+)\]\((?<url>[^)\s]+)\)|<(?<address>https?:[^>\s]+)>/g;

/** What stands in one line. Pieces do not hold others, but for a link whose words are code. */
export function parseLine(text: string): Inline[] {
  const pieces: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    if (match.index > end) pieces.push({ kind: "text", text: text.slice(end, match.index) });
    pieces.push(toPiece(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: "text", text: text.slice(end) });
  return pieces;
}

function toPiece(found: Record<string, string | undefined>): Inline {
  const { address, code, emphasis = "", strong, url = address, words = address } = found;
  if (code !== undefined) return { kind: "code", text: code };
  if (strong !== undefined) return { kind: "strong", text: strong };
  if (url === undefined || words === undefined) return { kind: "emphasis", text: emphasis };
  const isCode = /^`.*`$/.test(words);
  return { kind: "link", text: isCode ? words.slice(1, -1) : words, url, isCode };
}
