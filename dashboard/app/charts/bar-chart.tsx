import { useFormat } from "#format.ts";

export interface Bar {
  /** A calendar day or whatever the bar stands for, as it is to be read. */
  label: string;
  value: number;
  /** The part of `value` that is drawn in red at the foot of the bar. */
  bad?: number;
}

const HEIGHT = 160;
const WIDTH = 600;

/** Bars drawn on the server, so that they are there without script and in print; the same figures follow as a table. */
export function BarChart({ title, unit, bars }: { title: string; unit: string; bars: Bar[] }) {
  const format = useFormat();
  const top = toNiceTop(Math.max(1, ...bars.map(({ value }) => value)));
  const slot = WIDTH / Math.max(1, bars.length);
  const toHeight = (value: number) => (value / top) * HEIGHT;
  return (
    <figure className="min-w-0">
      <figcaption className="sr-only">{title}</figcaption>
      <div className="flex gap-2">
        <div
          aria-hidden="true"
          className="flex h-40 w-10 shrink-0 flex-col justify-between text-right text-xs leading-none text-muted tabular-nums"
        >
          <span>{format.compact(top)}</span>
          <span>{format.compact(top / 2)}</span>
          <span>0</span>
        </div>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className="h-40 w-full min-w-0 overflow-visible print:[print-color-adjust:exact]"
        >
          {[0, 0.5, 1].map((share) => (
            <line
              key={share}
              x1="0"
              x2={WIDTH}
              y1={HEIGHT * share}
              y2={HEIGHT * share}
              vectorEffect="non-scaling-stroke"
              className="stroke-line"
            />
          ))}
          {bars.map(({ label, value, bad = 0 }, index) => (
            <g key={label} className="group">
              <title>{`${label}: ${format.number(value)} ${unit}${bad ? `, ${format.number(bad)} failed` : ""}`}</title>
              <rect
                x={index * slot}
                width={slot}
                height={HEIGHT}
                className="fill-transparent group-hover:fill-sunken"
              />
              <rect
                x={index * slot + slot * 0.14}
                y={HEIGHT - toHeight(value)}
                width={slot * 0.72}
                height={toHeight(value)}
                rx="1.5"
                className="fill-accent"
              />
              <rect
                x={index * slot + slot * 0.14}
                y={HEIGHT - toHeight(bad)}
                width={slot * 0.72}
                height={toHeight(bad)}
                className="fill-negative"
              />
            </g>
          ))}
        </svg>
      </div>
      <div aria-hidden="true" className="mt-2 ml-12 flex justify-between text-xs text-muted">
        <span>{bars.at(0)?.label}</span>
        <span>{bars.at(Math.floor(bars.length / 2))?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </div>
      <details className="mt-3 text-sm">
        <summary className="w-fit cursor-pointer rounded text-muted hover:text-ink">Show as a table</summary>
        <table className="mt-2 w-full max-w-sm tabular-nums">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="text-left text-muted">
              <th scope="col" className="font-medium">
                When
              </th>
              <th scope="col" className="text-right font-medium">
                {unit}
              </th>
              <th scope="col" className="text-right font-medium">
                failed
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, value, bad = 0 }) => (
              <tr key={label}>
                <th scope="row" className="text-left font-normal">
                  {label}
                </th>
                <td className="text-right">{format.number(value)}</td>
                <td className="text-right">{format.number(bad)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** The next 1, 2 or 5 times a power of ten, so that the scale reads well. */
export function toNiceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((candidate) => candidate * power >= value) ?? 10;
  return Math.max(2, step * power);
}
