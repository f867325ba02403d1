import { textWidth } from "./text-width.ts";
import { pageSize } from "./to-pdf.ts";
import { toPdfText } from "./win-ansi.ts";

interface Style {
  size?: number;
  bold?: boolean;
  /** The text ends at `x`. */
  right?: boolean;
}

const margin = 56;

/** Sheets of paper that are written from top to bottom; a new one is taken when one is full. */
export class Sheets {
  readonly left = margin;
  readonly right = pageSize.width - margin;
  y = pageSize.height - margin;
  readonly #pages: string[][] = [[]];

  text(x: number, text: string, { size = 10, bold = false, right = false }: Style = {}): void {
    const start = right ? x - textWidth(text, size) : x;
    this.#draw(
      `BT /${bold ? "F2" : "F1"} ${size} Tf ${point(start)} ${point(this.y)} Td (${toPdfText(text)}) Tj ET`,
    );
  }

  rule(): void {
    const y = point(this.y);
    this.#draw(`0.8 G 0.5 w ${point(this.left)} ${y} m ${point(this.right)} ${y} l S`);
  }

  down(points: number): void {
    this.y -= points;
  }

  /** Takes a new sheet if less than `points` are left on this one. True if it did. */
  need(points: number): boolean {
    if (this.y - points >= margin) return false;
    this.#pages.push([]);
    this.y = pageSize.height - margin;
    return true;
  }

  /** The operators of each page, with its number at its foot. */
  finish(): string[] {
    return this.#pages.map((operators, index) => {
      const label = `Page ${index + 1} of ${this.#pages.length}`;
      return [...operators, `BT /F1 8 Tf ${point(this.left)} 30 Td (${label}) Tj ET`].join("\n");
    });
  }

  #draw(operators: string): void {
    this.#pages.at(-1)?.push(operators);
  }
}

const point = (value: number) => String(Math.round(value * 100) / 100);
