import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { openApi, read } from "#api.server.ts";
import { PageHeader } from "#components/page-header.tsx";
import { PlanCard } from "#operator/plan-card.tsx";

export const meta: MetaFunction = () => [{ title: "Plans as sold · Latchkey" }];

export function loader(args: LoaderFunctionArgs) {
  return read(openApi(args).operator.plans.$get());
}

export default function PlansPage() {
  const { plans } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Plans"
        description="As the file of plans has them, with their prices at Stripe. They are changed there and set up again."
      />
      <ul className="grid gap-6 xl:grid-cols-2">
        {plans.map((plan) => (
          <li key={plan.slug}>
            <PlanCard plan={plan} />
          </li>
        ))}
      </ul>
    </>
  );
}
