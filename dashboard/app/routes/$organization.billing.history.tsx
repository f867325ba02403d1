import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { History } from "lucide-react";
import { read, requireOrganization } from "#api.server.ts";
import { ChangesTable } from "#billing/changes-table.tsx";
import { DriftsTable } from "#billing/drifts-table.tsx";
import { Card } from "#components/card.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageLinks } from "#components/page-links.tsx";

export const meta: MetaFunction = () => [{ title: "Billing history · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const cursor = new URL(args.request.url).searchParams.get("cursor") ?? undefined;
  const [{ changes, nextCursor }, { drifts }] = await Promise.all([
    read(api.billing.history.$get({ param, query: { cursor } })),
    read(api.billing.drifts.$get({ param, query: {} })),
  ]);
  return { changes, nextCursor, drifts };
}

export default function BillingHistoryPage() {
  const { changes, drifts, nextCursor } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-6">
      {changes.length === 0 ? (
        <EmptyState icon={History} title="Nothing has changed yet">
          Each change of the plan and of the number of listings is written down here, with who asked for it.
        </EmptyState>
      ) : (
        <Card title="What became of the subscription">
          <ChangesTable changes={changes} />
          <PageLinks nextCursor={nextCursor} />
        </Card>
      )}
      {drifts.length > 0 && (
        <Card
          title="Differences found"
          description="Where Stripe, Hostaway and Latchkey did not agree, why, and whether it is put right."
        >
          <DriftsTable drifts={drifts} />
        </Card>
      )}
    </div>
  );
}
