import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { GitCompareArrows } from "lucide-react";
import { openApi, read } from "#api.server.ts";
import { Card } from "#components/card.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { Select } from "#components/field.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { DriftTable } from "#operator/drift-table.tsx";
import { FilterForm } from "#operator/filter-form.tsx";
import { toFilter } from "#operator/to-filter.server.ts";

export const meta: MetaFunction = () => [{ title: "Differences · Latchkey" }];

export function loader(args: LoaderFunctionArgs) {
  return read(openApi(args).operator.drifts.$get({ query: toFilter(args.request) }));
}

export default function DifferencesPage() {
  const { drifts } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader
        title="Differences"
        description="Where Stripe, Hostaway and Latchkey did not agree, the newest 50."
      />
      <FilterForm>
        <Select name="repaired" label="State" defaultValue={search.get("repaired") ?? ""}>
          <option value="">Any</option>
          <option value="false">Open</option>
          <option value="true">Repaired</option>
        </Select>
        <Select name="kind" label="About" defaultValue={search.get("kind") ?? ""}>
          <option value="">Anything</option>
          <option value="state">State</option>
          <option value="quantity">Quantity</option>
          <option value="entitlement">Entitlement</option>
          <option value="duplicate_subscription">Duplicate subscription</option>
          <option value="invoice">Invoice</option>
          <option value="usage">Usage</option>
          <option value="customer">Customer</option>
        </Select>
      </FilterForm>
      {drifts.length === 0 ? (
        <EmptyState icon={GitCompareArrows} title="No differences">
          All that was compared agrees.
        </EmptyState>
      ) : (
        <Card>
          <DriftTable drifts={drifts} ofAll />
        </Card>
      )}
    </>
  );
}
