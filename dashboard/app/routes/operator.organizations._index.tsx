import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Building2 } from "lucide-react";
import { openApi, read } from "#api.server.ts";
import { Card } from "#components/card.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { Select, TextField } from "#components/field.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { PageLinks } from "#components/page-links.tsx";
import { FilterForm } from "#operator/filter-form.tsx";
import { statuses } from "#operator/organization-status.tsx";
import { OrganizationTable } from "#operator/organization-table.tsx";
import { toFilter } from "#operator/to-filter.server.ts";

export const meta: MetaFunction = () => [{ title: "Organizations · Latchkey" }];

export function loader(args: LoaderFunctionArgs) {
  return read(openApi(args).operator.organizations.$get({ query: toFilter(args.request) }));
}

export default function OrganizationsPage() {
  const { nextCursor, organizations } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader title="Organizations" description="All of them, the newest first." />
      <FilterForm>
        <div className="max-w-md grow basis-72">
          <TextField
            name="search"
            type="search"
            label="Name, id, member's e-mail or Stripe customer"
            defaultValue={search.get("search") ?? ""}
            maxLength={200}
          />
        </div>
        <Select name="status" label="Status" defaultValue={search.get("status") ?? ""}>
          <option value="">Any</option>
          {statuses.map(({ status, title }) => (
            <option key={status} value={status}>
              {title}
            </option>
          ))}
        </Select>
      </FilterForm>
      {organizations.length === 0 ? (
        <EmptyState icon={Building2} title="No such organization">
          Nothing matches what was looked for.
        </EmptyState>
      ) : (
        <Card>
          <OrganizationTable organizations={organizations} />
        </Card>
      )}
      <PageLinks nextCursor={nextCursor} />
    </>
  );
}
