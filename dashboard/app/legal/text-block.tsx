import type { Block } from "./legal-text.ts";
import { TextLine } from "./text-line.tsx";
import { TextTable } from "./text-table.tsx";

/** A paragraph, heading, list or table of a text that was written in Markdown. */
export function TextBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return <Heading {...block} />;
    case "paragraph":
      return (
        <p className="mt-4 text-pretty wrap-anywhere">
          <TextLine pieces={block.line} />
        </p>
      );
    case "quote":
      return (
        <p className="mt-6 rounded-xl border border-warning-line bg-warning-soft px-4 py-3 text-sm/6 wrap-anywhere">
          <TextLine pieces={block.line} />
        </p>
      );
    case "code":
      return <pre className="mt-4 font-mono text-sm/6 wrap-anywhere whitespace-pre-wrap">{block.text}</pre>;
    case "list":
      return <List {...block} />;
    case "table":
      return <TextTable {...block} />;
  }
}

function Heading({ id, level, line }: Extract<Block, { kind: "heading" }>) {
  const words = <TextLine pieces={line} />;
  if (level === 1) return <h1 className="text-3xl/10 font-semibold tracking-tight text-balance">{words}</h1>;
  const Level = level === 2 ? "h2" : "h3";
  return (
    <Level id={id} className="mt-10 scroll-mt-6 text-lg/7 font-semibold tracking-tight">
      {words}
    </Level>
  );
}

function List({ isOrdered, items }: Extract<Block, { kind: "list" }>) {
  const Kind = isOrdered ? "ol" : "ul";
  return (
    <Kind className={`mt-4 grid gap-2 pl-5 ${isOrdered ? "list-decimal" : "list-disc"}`}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items stand still
        <li key={index} className="wrap-anywhere">
          <TextLine pieces={item} />
        </li>
      ))}
    </Kind>
  );
}
