import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Webhook } from "lucide-react";
import { openApi, read } from "#api.server.ts";
import { Card } from "#components/card.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { WebhookTable } from "#operator/webhook-table.tsx";

export const meta: MetaFunction = () => [{ title: "Failing webhooks · Latchkey" }];

export function loader(args: LoaderFunctionArgs) {
  return read(openApi(args).operator.webhooks.$get());
}

export default function WebhooksPage() {
  const { webhooks } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Webhooks"
        description="Organizations' own webhooks that failed when their figures were added up last, of at most 200 organizations."
      />
      {webhooks.length === 0 ? (
        <EmptyState icon={Webhook} title="No webhook fails">
          All that organizations have told of here took it.
        </EmptyState>
      ) : (
        <Card>
          <WebhookTable webhooks={webhooks} />
        </Card>
      )}
    </>
  );
}
