import type { Block, Inline } from "./legal-text.ts";
import { TextLine } from "./text-line.tsx";

export function TextTable({ head, rows }: Extract<Block, { kind: "table" }>) {
  return (
    <table className="mt-4 w-full text-sm">
      <thead className="border-b border-line text-left">
        <Row Cell="th" cells={head} />
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map((cells, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows stand still
          <Row key={index} Cell="td" cells={cells} />
        ))}
      </tbody>
    </table>
  );
}

const look = "py-2 pr-4 align-top wrap-anywhere";

function Row({ Cell, cells }: { Cell: "td" | "th"; cells: Inline[][] }) {
  return (
    <tr>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells stand still
        <Cell key={index} scope={Cell === "th" ? "col" : undefined} className={look}>
          <TextLine pieces={cell} />
        </Cell>
      ))}
    </tr>
  );
}
