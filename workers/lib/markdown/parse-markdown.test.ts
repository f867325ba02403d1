import { expect, test } from "vitest";
import { parseMarkdown } from "./parse-markdown.ts";

const text = (words: string) => ({ kind: "text", text: words });

test("headings have the anchors that code hosts give them", () => {
  expect(parseMarkdown("# Try, write: take it back\n## get_gap_nights")).toEqual([
    { kind: "heading", level: 1, id: "try-write-take-it-back", line: [text("Try, write: take it back")] },
    { kind: "heading", level: 2, id: "get_gap_nights", line: [text("get_gap_nights")] },
  ]);
});

test("lines that belong together are one paragraph, quote or item", () => {
  expect(
    parseMarkdown("One\ntwo.\n\n> Three\n> four\n\n- five\n  six\n- seven\n\n1. eight\n2. nine"),
  ).toEqual([
    { kind: "paragraph", line: [text("One two.")] },
    { kind: "quote", line: [text("Three four")] },
    { kind: "list", isOrdered: false, items: [[text("five six")], [text("seven")]] },
    { kind: "list", isOrdered: true, items: [[text("eight")], [text("nine")]] },
  ]);
});

test("a line has words, code, bold, italic and links", () => {
  const [paragraph] = parseMarkdown(
    "**a** *b* `c **d**` [`e`](f.md#g) [h](https://i.example) <https://j.example>",
  );
  const link = { kind: "link", isCode: false };
  expect(paragraph).toEqual({
    kind: "paragraph",
    line: [
      { kind: "strong", text: "a" },
      text(" "),
      { kind: "emphasis", text: "b" },
      text(" "),
      { kind: "code", text: "c **d**" },
      text(" "),
      { ...link, text: "e", url: "f.md#g", isCode: true },
      text(" "),
      { ...link, text: "h", url: "https://i.example" },
      text(" "),
      { ...link, text: "https://j.example", url: "https://j.example" },
    ],
  });
});

test("a table has a head and rows, and a bar that is part of a cell", () => {
  expect(parseMarkdown("| a | b |\n|---|---|\n| `c` | d \\| e |\n| | f |\nAfter")).toEqual([
    {
      kind: "table",
      head: [[text("a")], [text("b")]],
      rows: [
        [[{ kind: "code", text: "c" }], [text("d | e")]],
        [[], [text("f")]],
      ],
    },
    { kind: "paragraph", line: [text("After")] },
  ]);
});

test("nothing in fenced code means anything, and a fence that is never closed ends with the text", () => {
  expect(parseMarkdown("```sh\n# a\n| b\n\n```\nc\n```\n- d")).toEqual([
    { kind: "code", text: "# a\n| b\n" },
    { kind: "paragraph", line: [text("c")] },
    { kind: "code", text: "- d" },
  ]);
});

test("HTML and whatever is never closed stays text", () => {
  const odd = "<script>alert(1)</script> **a `b [c](d 2 * 3 * 4";
  expect(parseMarkdown(odd)).toEqual([{ kind: "paragraph", line: [text(odd)] }]);
  expect(parseMarkdown("")).toEqual([]);
  expect(parseMarkdown("|\n>\n-")).toHaveLength(2);
});
