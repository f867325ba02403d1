import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Activity as ActivityIcon } from "lucide-react";
import { ActivityEntry } from "#activity/activity-entry.tsx";
import { ActivityFilterForm } from "#activity/activity-filter-form.tsx";
import { ExportActivity } from "#activity/export-activity.tsx";
import { readFilter } from "#activity/filter.ts";
import { listActivity } from "#activity/list-activity.server.ts";
import { listActors } from "#activity/list-actors.server.ts";
import { VerdictBanner } from "#activity/verdict-banner.tsx";
import { read, requireOrganization } from "#api.server.ts";
import { EmptyState } from "#components/empty-state.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { PageLinks } from "#components/page-links.tsx";
import { handleForm } from "#forms.server.ts";

export const meta: MetaFunction = () => [{ title: "Activity · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const filter = readFilter(searchParams);
  const cursor = searchParams.get("cursor");
  const [{ rows, nextCursor }, actors] = await Promise.all([
    listActivity(args, filter, cursor),
    listActors(args),
  ]);
  return { rows, nextCursor, actors, filter };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  return handleForm(args.request, {
    verify: async () => ({ verdict: await read(api.activity.verify.$get({ param })) }),
  });
}

export default function ActivityPage() {
  const { rows, nextCursor, actors, filter } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader
        title="Activity"
        description="Who did what, newest first. Rows are sealed one to the next, so that none can be changed unnoticed."
        actions={
          <>
            <ExportActivity filter={filter} />
            <ActionForm intent="verify">
              <SubmitButton busy="Checking…" variant="secondary">
                Verify the log
              </SubmitButton>
            </ActionForm>
          </>
        }
      />
      {result && "verdict" in result && <VerdictBanner verdict={result.verdict} />}
      <ActivityFilterForm filter={filter} actors={actors} />
      {rows.length === 0 ? (
        <EmptyState
          icon={ActivityIcon}
          title={isFiltered ? "Nothing like that was done" : "Nothing was done yet"}
        >
          {isFiltered
            ? "Another filter may find more. Rows go when the time that the plan keeps them is over."
            : "Every call, change and sign-in will be here."}
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface shadow-card">
          {rows.map((row) => (
            <li key={row.seq}>
              <ActivityEntry row={row} actors={actors} />
            </li>
          ))}
        </ol>
      )}
      <PageLinks nextCursor={nextCursor} />
    </>
  );
}
