import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Receipt } from "lucide-react";
import { openApi, read } from "#api.server.ts";
import { Card } from "#components/card.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { Select, TextField } from "#components/field.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { PageLinks } from "#components/page-links.tsx";
import { getText, handleForm } from "#forms.server.ts";
import { EventTable } from "#operator/event-table.tsx";
import { FilterForm } from "#operator/filter-form.tsx";
import { toFilter } from "#operator/to-filter.server.ts";
import { redirectWithProblem, redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Events · Latchkey" }];

export function loader(args: LoaderFunctionArgs) {
  return read(openApi(args).operator.events.$get({ query: toFilter(args.request) }));
}

export function action(args: ActionFunctionArgs) {
  const { events } = openApi(args).operator;
  const page = `/operator/events${new URL(args.request.url).search}`;
  return handleForm(args.request, {
    replay: async (form) => {
      const param = { event: getText(form, "id") };
      const { outcome } = await read(events[":event"].replay.$post({ param }));
      switch (outcome) {
        case "completed":
          return redirectWithToast(page, "Replayed. The customer was read anew from Stripe.");
        case "ignored":
          return redirectWithToast(
            page,
            "Replayed. It is about no organization here, so nothing came of it.",
          );
        case "held":
          return redirectWithProblem(page, "It is being processed right now. Try again in a minute.");
      }
    },
  });
}

export default function EventsPage() {
  const { events, nextCursor } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader title="Events" description="What Stripe has told, the latest first, and what came of it." />
      <FilterForm>
        <Select name="state" label="State" defaultValue={search.get("state") ?? ""}>
          <option value="">Any</option>
          <option value="failed">Failed</option>
          <option value="processing">Processing</option>
          <option value="completed">Completed</option>
          <option value="ignored">Ignored</option>
        </Select>
        <TextField
          name="type"
          label="Type"
          placeholder="invoice.paid"
          defaultValue={search.get("type") ?? ""}
          maxLength={100}
        />
        <TextField
          name="organization"
          label="Organization id"
          placeholder="org_…"
          defaultValue={search.get("organization") ?? ""}
        />
      </FilterForm>
      {events.length === 0 ? (
        <EmptyState icon={Receipt} title="No events">
          Stripe has told nothing of the kind.
        </EmptyState>
      ) : (
        <Card>
          <EventTable events={events} />
        </Card>
      )}
      <PageLinks nextCursor={nextCursor} />
    </>
  );
}
