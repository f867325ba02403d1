import type { SerializeFrom } from "@remix-run/cloudflare";
import { Badge } from "#components/badge.tsx";
import { type Column, Table } from "#components/table.tsx";
import { RelativeTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import type { loader } from "#routes/operator.health.tsx";
import { useOperator } from "./operator.ts";

type Job = SerializeFrom<typeof loader>["jobs"][number];

export function JobTable({ jobs }: { jobs: Job[] }) {
  const { now } = useOperator();
  const format = useFormat();
  if (jobs.length === 0) return <p className="text-sm text-muted">No job has ever run.</p>;
  const columns: Column<Job>[] = [
    { title: "Job", cell: ({ job }) => <code className="font-mono text-xs">{job}</code> },
    {
      title: "Every",
      cell: ({ everyMinutes }) => (everyMinutes === 1 ? "minute" : `${format.number(everyMinutes)} minutes`),
    },
    { title: "Last run", cell: ({ startedAt }) => <RelativeTime at={startedAt} now={now} /> },
    {
      title: "Took",
      isNumber: true,
      cell: ({ endedAt, startedAt }) => (endedAt === null ? "–" : `${format.number(endedAt - startedAt)} ms`),
    },
    { title: "State", cell: (job) => <JobState job={job} /> },
  ];
  return <Table caption="Jobs" columns={columns} rows={jobs} toKey={({ job }) => job} />;
}

function JobState({ job: { endedAt, error, isLate } }: { job: Job }) {
  if (isLate) return <Badge tone="negative">Late</Badge>;
  if (error !== null) return <Badge tone="negative">Failed: {error}</Badge>;
  if (endedAt === null) return <Badge>Running</Badge>;
  return <Badge tone="positive">Done</Badge>;
}
