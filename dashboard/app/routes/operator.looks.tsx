import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Eye } from "lucide-react";
import { openApi, read } from "#api.server.ts";
import { Card } from "#components/card.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { TextField } from "#components/field.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { PageLinks } from "#components/page-links.tsx";
import { FilterForm } from "#operator/filter-form.tsx";
import { LookTable } from "#operator/look-table.tsx";
import { toFilter } from "#operator/to-filter.server.ts";

export const meta: MetaFunction = () => [{ title: "Looks · Latchkey" }];

export function loader(args: LoaderFunctionArgs) {
  return read(openApi(args).operator.looks.$get({ query: toFilter(args.request) }));
}

export default function LooksPage() {
  const { looks, nextCursor } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader
        title="Looks"
        description="What operators looked at and did, the latest first. A look at an organization is in its own activity too."
      />
      <FilterForm>
        <TextField
          name="target"
          label="Organization, event or mail"
          placeholder="org_…"
          defaultValue={search.get("target") ?? ""}
          maxLength={200}
        />
      </FilterForm>
      {looks.length === 0 ? (
        <EmptyState icon={Eye} title="No looks">
          Nobody looked at that.
        </EmptyState>
      ) : (
        <Card>
          <LookTable looks={looks} />
        </Card>
      )}
      <PageLinks nextCursor={nextCursor} />
    </>
  );
}
