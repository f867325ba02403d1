import { Form, Link } from "@remix-run/react";
import { Button } from "#components/button.tsx";
import { Select, TextField } from "#components/field.tsx";
import { actionGroups } from "./actions.ts";
import type { Activity } from "./activity.ts";

const results = [
  { result: "ok", title: "Done" },
  { result: "refused", title: "Refused or failed" },
  { result: "started", title: "Started" },
];

/** The address is the filter, so that it can be kept and passed on. */
export function ActivityFilterForm({ filter, actors }: Pick<Activity, "filter" | "actors">) {
  const { action, actor, from, result, target, to } = filter;
  return (
    <Form
      key={JSON.stringify(filter)}
      role="search"
      aria-label="Activity"
      className="mb-6 grid gap-4 rounded-xl border border-line bg-surface p-4 shadow-card sm:grid-cols-2 sm:p-5 lg:grid-cols-3 print:hidden"
    >
      <Select name="actor" label="Who" defaultValue={actor}>
        <option value="">Everybody</option>
        {actors.map(({ actor, name }) => (
          <option key={actor} value={actor}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="action" label="What" defaultValue={action}>
        <option value="">Everything</option>
        {actionGroups.map(({ action, title }) => (
          <option key={action} value={action}>
            {title}
          </option>
        ))}
      </Select>
      <Select name="result" label="Result" defaultValue={result}>
        <option value="">Any</option>
        {results.map(({ result, title }) => (
          <option key={result} value={result}>
            {title}
          </option>
        ))}
        {result && !results.some((known) => known.result === result) && <option>{result}</option>}
      </Select>
      <TextField name="target" label="Tool" defaultValue={target} maxLength={200} autoComplete="off" />
      <TextField name="from" type="date" label="From (UTC)" defaultValue={from} />
      <TextField name="to" type="date" label="Up to and with (UTC)" defaultValue={to} />
      <div className="flex items-center gap-4 sm:col-span-full">
        <Button type="submit">Filter</Button>
        {Object.keys(filter).length > 0 && (
          <Link
            to="../activity"
            className="text-sm font-medium text-accent underline-offset-2 hover:underline"
          >
            Clear
          </Link>
        )}
      </div>
    </Form>
  );
}
