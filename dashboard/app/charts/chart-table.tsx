import type { ChartProps } from "./chart.tsx";

/** The figures of a chart, for whoever would rather read them. */
export function ChartTable({ title, series, points, write }: ChartProps) {
  return (
    <details className="mt-4 text-sm print:hidden">
      <summary className="w-fit cursor-pointer rounded text-muted hover:text-ink">Show as a table</summary>
      <table className="mt-2 w-full max-w-md tabular-nums">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-b border-line text-muted">
            <th scope="col" className="py-1.5 text-left font-medium">
              When
            </th>
            {series.map(({ title }) => (
              <th key={title} scope="col" className="py-1.5 pl-4 text-right font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {points.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
                {label}
              </th>
              {series.map(({ title }, index) => (
                <td key={title} className="py-1.5 pl-4 text-right">
                  {write(values[index] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
