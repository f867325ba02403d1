import { Link } from "@remix-run/react";

const intervals = [
  { value: "month", title: "By the month" },
  { value: "year", title: "By the year" },
] as const;

/** Which prices are shown, by the address. */
export function IntervalSwitch({ interval }: { interval: "month" | "year" }) {
  return (
    <nav
      aria-label="Prices"
      className="mb-6 inline-flex gap-1 rounded-lg border border-line bg-sunken p-1 text-sm font-medium"
    >
      {intervals.map(({ value, title }) => (
        <Link
          key={value}
          to={`?interval=${value}`}
          preventScrollReset
          aria-current={value === interval ? "true" : undefined}
          className="rounded-md px-3 py-1.5 text-muted hover:text-ink aria-[current=true]:bg-surface aria-[current=true]:text-ink aria-[current=true]:shadow-xs"
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
