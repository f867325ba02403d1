import type { ReactNode } from "react";
import { ChartTable } from "./chart-table.tsx";
import { Slots } from "./slots.tsx";

export interface Point {
  /** A calendar day, an hour or whatever it stands for, as it is to be read. */
  label: string;
  /** Where its details are. */
  to?: string;
  /** One of each series; null where there is none. */
  values: (number | null)[];
}

interface Series {
  title: string;
  /** Its colour in the legend, as a class. */
  colour: string;
}

export interface ChartProps {
  title: string;
  series: Series[];
  points: Point[];
  /** A figure as it is to be read; null where there is none. */
  write(value: number | null): string;
}

/**
 * What stands around and over every drawing: scale, names, legend, what one reads on pointing somewhere, and the same
 * figures as a table. All of it is made on the server, so that it is there without script and in print.
 */
export function Chart({
  children,
  top,
  writeScale,
  ...props
}: ChartProps & { top: number; writeScale(value: number): string; children: ReactNode }) {
  const { title, series, points } = props;
  return (
    <figure className="min-w-0 break-inside-avoid">
      <figcaption className="sr-only">{title}</figcaption>
      <ul aria-hidden="true" className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {series.map(({ title, colour }) => (
          <li key={title} className="flex items-center gap-1.5">
            <span className={`size-2.5 rounded-sm print:[print-color-adjust:exact] ${colour}`} />
            {title}
          </li>
        ))}
      </ul>
      <div className="flex gap-2">
        <div
          aria-hidden="true"
          className="-my-1.5 flex w-12 shrink-0 flex-col justify-between text-right text-xs/3 whitespace-nowrap text-muted tabular-nums"
        >
          {[top, top / 2, 0].map((value) => (
            <span key={value}>{writeScale(value)}</span>
          ))}
        </div>
        <div className="relative h-40 min-w-0 grow border-b border-line-strong sm:h-48">
          <svg
            aria-hidden="true"
            className="absolute inset-0 size-full overflow-visible print:[print-color-adjust:exact]"
          >
            {["0", "50%"].map((y) => (
              <line key={y} x1="0" x2="100%" y1={y} y2={y} className="stroke-line" />
            ))}
            {children}
          </svg>
          <Slots {...props} />
        </div>
      </div>
      <div aria-hidden="true" className="mt-2 ml-14 flex h-4 text-xs text-muted">
        {points.map(({ label }, index) => (
          <span key={label} className="flex min-w-0 flex-1 justify-center">
            <span className={`shrink-0 whitespace-nowrap ${toVisibility(index, points.length)}`}>
              {label}
            </span>
          </span>
        ))}
      </div>
      <ChartTable {...props} />
    </figure>
  );
}

/** As many names as find room: some seven, and on narrow screens every other of them. */
function toVisibility(index: number, count: number): string {
  const step = Math.ceil(count / 7);
  if (index % step !== 0) return "hidden";
  return index % (step * 2) === 0 ? "" : "max-sm:hidden";
}
