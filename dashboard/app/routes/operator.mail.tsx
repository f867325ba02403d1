import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Mail } from "lucide-react";
import { openApi, read } from "#api.server.ts";
import { Card } from "#components/card.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { Select } from "#components/field.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getText, handleForm } from "#forms.server.ts";
import { FilterForm } from "#operator/filter-form.tsx";
import { MailTable } from "#operator/mail-table.tsx";
import { toFilter } from "#operator/to-filter.server.ts";
import { redirectWithProblem, redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Mail · Latchkey" }];

export function loader(args: LoaderFunctionArgs) {
  return read(openApi(args).operator.mails.$get({ query: toFilter(args.request) }));
}

export function action(args: ActionFunctionArgs) {
  const { mails } = openApi(args).operator;
  const page = `/operator/mail${new URL(args.request.url).search}`;
  return handleForm(args.request, {
    retry: async (form) => {
      const { sent } = await read(mails[":mail"].retry.$post({ param: { mail: getText(form, "id") } }));
      return sent
        ? redirectWithToast(page, "Sent.")
        : redirectWithProblem(page, "The provider did not take it. The log says why.");
    },
  });
}

export default function MailPage() {
  const { mails } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader
        title="Mail"
        description="What was not sent: to whom and about what, never what it says. Nothing is sent twice."
      />
      <FilterForm>
        <Select name="state" label="State" defaultValue={search.get("state") ?? "failed"}>
          <option value="failed">Failed: not tried again by itself</option>
          <option value="waiting">Waiting to be sent</option>
        </Select>
      </FilterForm>
      {mails.length === 0 ? (
        <EmptyState
          icon={Mail}
          title={search.get("state") === "waiting" ? "No mail waits" : "No failed mail"}
        >
          All that was to be sent has gone out.
        </EmptyState>
      ) : (
        <Card>
          <MailTable mails={mails} />
        </Card>
      )}
    </>
  );
}
