import type { Block } from "./blocks.ts";
import { parseLine } from "./parse-line.ts";

const HEADING = /^(#{1,6}) (.*)$/;
const ITEM = /^(?:-|(\d+)\.) (.*)$/;
const BEGINS_BLOCK = /^(#{1,6} |- |\d+\. |> |```|\|)/;

/**
 * The Markdown that our pages are written in: headings, paragraphs, quotes, flat lists, tables and fenced code. HTML and
 * whatever else there is stays text.
 */
export function parseMarkdown(text: string): Block[] {
  const lines = text.split(/\r?\n/);
  const blocks: Block[] = [];
  while (lines.length > 0) {
    const block = takeBlock(lines);
    if (block !== null) blocks.push(block);
  }
  return blocks;
}

function takeBlock(lines: string[]): Block | null {
  const [line = ""] = lines;
  if (line.trim() === "") return skip(lines);
  if (line.startsWith("```")) return takeCode(lines);
  if (line.startsWith("|")) return takeTable(lines);
  if (ITEM.test(line)) return takeList(lines);
  const heading = HEADING.exec(line);
  if (heading !== null) {
    lines.shift();
    const [, marks = "", words = ""] = heading;
    return { kind: "heading", level: marks.length, id: toAnchor(words), line: parseLine(words) };
  }
  const isQuote = line.startsWith("> ");
  const words = [
    lines.shift() ?? "",
    ...takeWhile(lines, (next) => (isQuote ? next.startsWith("> ") : continues(next))),
  ];
  const joined = words.map((next) => (isQuote ? next.slice(2) : next.trim())).join(" ");
  return { kind: isQuote ? "quote" : "paragraph", line: parseLine(joined) };
}

function takeCode(lines: string[]): Block {
  lines.shift();
  const text = takeWhile(lines, (line) => !line.startsWith("```")).join("\n");
  lines.shift();
  return { kind: "code", text };
}

function takeTable(lines: string[]): Block {
  const [head = [], , ...rows] = takeWhile(lines, (line) => line.startsWith("|")).map(toCells);
  return { kind: "table", head, rows };
}

const toCells = (row: string) =>
  row
    .replace(/^\|\s*|\s*\|\s*$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => parseLine(cell.trim().replaceAll("\\|", "|")));

function takeList(lines: string[]): Block {
  const isOrdered = /^\d/.test(lines[0] ?? "");
  const items: string[] = [];
  for (const line of takeWhile(lines, (next) => ITEM.test(next) || /^\s+\S/.test(next))) {
    const item = ITEM.exec(line)?.[2];
    if (item === undefined) items.push(`${items.pop()} ${line.trim()}`);
    else items.push(item);
  }
  return { kind: "list", isOrdered, items: items.map(parseLine) };
}

const continues = (line: string): boolean => line.trim() !== "" && !BEGINS_BLOCK.test(line);

function takeWhile(lines: string[], goesOn: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !goesOn(line));
  return lines.splice(0, end === -1 ? lines.length : end);
}

function skip(lines: string[]): null {
  lines.shift();
  return null;
}

/** As code hosts make it, so that links within and between pages work in both places. */
function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");
}
