import { Chart, type Point } from "./chart.tsx";
import { toNiceTop } from "./nice-top.ts";

export interface Line {
  title: string;
  tone: keyof typeof tones;
}

const tones = {
  positive: { colour: "bg-positive", stroke: "stroke-positive", dashes: undefined },
  accent: { colour: "bg-accent", stroke: "stroke-accent", dashes: "6 4" },
  negative: { colour: "bg-negative", stroke: "stroke-negative", dashes: "2 4" },
};

/** One line for each series, with a dot for each figure; where there is none, the line goes on to the next. */
export function LineChart({
  title,
  lines,
  points,
  write,
}: {
  title: string;
  lines: Line[];
  points: Point[];
  write(value: number): string;
}) {
  const top = toNiceTop(Math.max(...points.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const paths = lines.map((line, of) => ({
    ...tones[line.tone],
    title: line.title,
    dots: toDots(points, of, top),
  }));
  return (
    <Chart
      title={title}
      series={paths}
      points={points}
      top={top}
      write={(value) => (value === null ? "–" : write(value))}
      writeScale={write}
    >
      <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" className="overflow-visible">
        {paths.map(({ title, stroke, dashes, dots }) => (
          <g key={title} className={`fill-none ${stroke}`}>
            <path
              d={`M${dots.join("L")}`}
              vectorEffect="non-scaling-stroke"
              strokeWidth="2"
              strokeDasharray={dashes}
            />
            <path
              d={dots.map((dot) => `M${dot}h0`).join("")}
              vectorEffect="non-scaling-stroke"
              strokeWidth="5"
              strokeLinecap="round"
            />
          </g>
        ))}
      </svg>
    </Chart>
  );
}

/** `x y` in percent of the drawing, the middle of the point's column. */
function toDots(points: Point[], of: number, top: number): string[] {
  return points.flatMap(({ values }, index) => {
    const value = values[of] ?? null;
    if (value === null) return [];
    return `${((index + 0.5) / points.length) * 100} ${100 - (value / top) * 100}`;
  });
}
