import { useSearchParams } from "@remix-run/react";
import { Badge } from "#components/badge.tsx";
import { AnchorButton, LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { PageLinks } from "#components/page-links.tsx";
import { type Column, Table } from "#components/table.tsx";
import { DateTime } from "#components/time.tsx";
import { type Format, useFormat } from "#format.ts";
import { useOrganization } from "#organization.ts";
import { type Invoice, invoiceStatuses } from "./billing.ts";

export function InvoicesCard({ invoices, nextCursor }: { invoices: Invoice[]; nextCursor: string | null }) {
  const format = useFormat();
  const { organization } = useOrganization();
  const [search] = useSearchParams();
  return (
    <Card title="Invoices">
      {invoices.length === 0 ? (
        <p className="text-sm/6 text-muted">None yet. The first one comes with the first payment.</p>
      ) : (
        <Table
          caption="Invoices, newest first"
          columns={toColumns(format, organization.id, search.get("cursor"))}
          rows={invoices}
          toKey={({ id }) => id}
        />
      )}
      <PageLinks nextCursor={nextCursor} />
    </Card>
  );
}

const toColumns = ({ money }: Format, organization: string, cursor: string | null): Column<Invoice>[] => [
  { title: "Number", cell: ({ number }) => <span className="font-medium">{number ?? "Draft"}</span> },
  { title: "Date", cell: ({ createdAt }) => <DateTime at={createdAt} dateOnly /> },
  {
    title: "Status",
    cell: ({ status }) => <Badge tone={invoiceStatuses[status].tone}>{invoiceStatuses[status].title}</Badge>,
  },
  { title: "Amount", isNumber: true, cell: ({ currency, total }) => money(total, currency) },
  {
    title: "Lines and PDF",
    isTitleHidden: true,
    cell: ({ id, number, status }) => (
      <span className="flex justify-end gap-2">
        <LinkButton
          to={`?${new URLSearchParams({ ...(cursor !== null && { cursor }), invoice: id })}`}
          size="small"
          preventScrollReset
          aria-label={`Lines of ${number ?? "the draft"}`}
        >
          Lines
        </LinkButton>
        {status !== "draft" && (
          <AnchorButton
            href={`/api/v1/organizations/${organization}/billing/invoices/${id}/pdf`}
            size="small"
            target="_blank"
            rel="noreferrer"
            aria-label={`PDF of ${number}`}
          >
            PDF
          </AnchorButton>
        )}
      </span>
    ),
  },
];
