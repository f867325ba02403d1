import { useFormat } from "#format.ts";
import { Chart } from "./chart.tsx";
import { toNiceTop } from "./nice-top.ts";

interface Bar {
  label: string;
  to?: string;
  value: number;
  /** The part of `value` that failed, drawn in red at the foot of the bar. */
  bad?: number;
}

/** How many there were of something, such as `Calls`, and how many of these failed. */
export function BarChart({ title, unit, bars }: { title: string; unit: string; bars: Bar[] }) {
  const format = useFormat();
  const top = toNiceTop(Math.max(...bars.map(({ value }) => value)));
  const slot = 100 / bars.length;
  const toBox = (index: number, value: number) => ({
    x: `${(index + 0.14) * slot}%`,
    width: `${slot * 0.72}%`,
    y: `${100 - (value / top) * 100}%`,
    height: `${(value / top) * 100}%`,
  });
  return (
    <Chart
      title={title}
      series={[
        { title: unit, colour: "bg-accent" },
        { title: "Failed", colour: "bg-negative" },
      ]}
      points={bars.map(({ label, to, value, bad = 0 }) => ({ label, to, values: [value, bad] }))}
      top={top}
      write={(value) => format.number(value ?? 0)}
      writeScale={format.compact}
    >
      {bars.map(({ label, value, bad = 0 }, index) => (
        <g key={label}>
          {value > 0 && <rect {...toBox(index, value)} rx="2" className="fill-accent" />}
          {bad > 0 && <rect {...toBox(index, bad)} rx="2" className="fill-negative" />}
        </g>
      ))}
    </Chart>
  );
}
