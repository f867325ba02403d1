import { Form, Link } from "@remix-run/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button, LinkButton } from "#components/button.tsx";
import { useFormat } from "#format.ts";
import { useOrganization } from "#organization.ts";
import { addDays, type Range, spans, toDay } from "./range.ts";

/** The latest days, or one day by its hours. */
export function RangeChoice({ range }: { range: Range }) {
  const { now } = useOrganization();
  const format = useFormat();
  const today = toDay(now);
  const isOneDay = range.span === null;
  return (
    <div className="mt-10 mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-4 print:hidden">
      <nav aria-label="Time" className="flex rounded-lg border border-line-strong bg-surface p-0.5 text-sm">
        {spans.map((span) => (
          <Link
            key={span}
            to={`?days=${span}`}
            preventScrollReset
            aria-current={range.span === span ? "true" : undefined}
            className="rounded-md px-3 py-1.5 font-medium text-muted hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent"
          >
            {span} days
          </Link>
        ))}
      </nav>
      <div className="flex flex-wrap items-center gap-2">
        {isOneDay && (
          <LinkButton size="small" to={`?day=${addDays(range.from, -1)}`} preventScrollReset>
            <ChevronLeft aria-hidden="true" className="size-4" />
            {format.day(addDays(range.from, -1))}
          </LinkButton>
        )}
        <Form preventScrollReset className="flex items-center gap-2">
          <label htmlFor="usage-day" className="text-sm text-muted">
            One day
          </label>
          <input
            key={range.from}
            id="usage-day"
            type="date"
            name="day"
            required
            max={today}
            defaultValue={isOneDay ? range.from : today}
            className="h-8 rounded-lg border border-line-strong bg-surface px-2 text-sm"
          />
          <Button type="submit" size="small">
            Show
          </Button>
        </Form>
        {isOneDay && range.from < today && (
          <LinkButton size="small" to={`?day=${addDays(range.from, 1)}`} preventScrollReset>
            {format.day(addDays(range.from, 1))}
            <ChevronRight aria-hidden="true" className="size-4" />
          </LinkButton>
        )}
      </div>
    </div>
  );
}
