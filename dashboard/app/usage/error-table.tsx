import { Card } from "#components/card.tsx";
import { Table } from "#components/table.tsx";
import { useFormat } from "#format.ts";
import type { Usage } from "./report.ts";

/** Why calls failed, the most frequent reason first; each code leads to the page that explains it. */
export function ErrorTable({ report }: Pick<Usage, "report">) {
  const format = useFormat();
  return (
    <Card
      title="Failed calls"
      description="Why, and of which tool. A code leads to what can be done about it."
    >
      {report.errors.length === 0 ? (
        <p className="text-sm text-muted">None failed.</p>
      ) : (
        <Table
          caption="Failed calls by code and tool"
          rows={report.errors}
          toKey={({ code, tool }) => `${code} ${tool}`}
          columns={[
            {
              title: "Code",
              cell: ({ code, url }) => (
                <a href={url} className="font-mono text-accent underline underline-offset-2">
                  {code}
                </a>
              ),
            },
            { title: "Tool", cell: ({ tool }) => <code className="font-mono">{tool}</code> },
            { title: "Calls", cell: ({ calls }) => format.number(calls), isNumber: true },
          ]}
        />
      )}
    </Card>
  );
}
