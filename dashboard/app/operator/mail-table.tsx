import type { SerializeFrom } from "@remix-run/cloudflare";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { type Column, Table } from "#components/table.tsx";
import { RelativeTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import type { loader } from "#routes/operator.mail.tsx";
import { useOperator } from "./operator.ts";

type OutgoingMail = SerializeFrom<typeof loader>["mails"][number];

/** Mail that was not sent: to whom and about what, never what it says. */
export function MailTable({ mails }: { mails: OutgoingMail[] }) {
  const { now } = useOperator();
  const format = useFormat();
  if (mails.length === 0) return <p className="text-sm text-muted">None.</p>;
  const columns: Column<OutgoingMail>[] = [
    { title: "Made", cell: ({ createdAt }) => <RelativeTime at={createdAt} now={now} /> },
    { title: "To", cell: ({ recipient }) => recipient },
    { title: "Subject", cell: ({ subject }) => subject },
    { title: "Attempts", isNumber: true, cell: ({ attempts }) => format.number(attempts) },
    {
      title: "Send again",
      isTitleHidden: true,
      isNumber: true,
      cell: ({ canRetry, id }) =>
        canRetry ? (
          <ActionForm intent="retry" about={`${id}`} action="/operator/mail">
            <SubmitButton size="small" variant="secondary" busy="Sending…">
              Send again
            </SubmitButton>
          </ActionForm>
        ) : (
          <span className="text-muted">Its text is gone</span>
        ),
    },
  ];
  return <Table caption="Mail" columns={columns} rows={mails} toKey={({ id }) => `${id}`} />;
}
