import { Link } from "@remix-run/react";
import type { ChartProps } from "./chart.tsx";

/** One invisible column for each point, which shows its figures where one points at it or comes to it by keyboard. */
export function Slots({ title, series, points, write }: ChartProps) {
  return (
    <ol aria-label={title} className="absolute inset-0 flex print:hidden">
      {points.map(({ label, to, values }, index) => {
        const texts = values.map((value, of) => `${series[of]?.title}: ${write(value)}`);
        return (
          <li key={label} className="group relative min-w-0 flex-1 hover:bg-ink/5">
            {to && (
              <Link
                to={to}
                preventScrollReset
                aria-label={`${label}. ${texts.join(", ")}`}
                className="absolute inset-0 rounded-xs"
              />
            )}
            <div
              aria-hidden={to ? true : undefined}
              className={`pointer-events-none absolute bottom-full z-10 mb-1 hidden rounded-lg border border-line bg-surface px-3 py-2 text-xs/5 whitespace-nowrap shadow-dialog group-focus-within:block group-hover:block ${toSide(index, points.length)}`}
            >
              <p className="font-semibold">{label}</p>
              {texts.map((text) => (
                <p key={text} className="text-muted tabular-nums">
                  {text}
                </p>
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Nothing may stick out of the page. */
function toSide(index: number, count: number): string {
  if (index < count / 3) return "left-0";
  return index > (count * 2) / 3 ? "right-0" : "left-1/2 -translate-x-1/2";
}
