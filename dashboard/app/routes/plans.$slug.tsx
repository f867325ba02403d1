import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { openApi, read } from "#api.server.ts";
import { ComparisonTable } from "#billing/comparison-table.tsx";
import { findOwnPlans } from "#billing/find-own-plans.server.ts";
import { PublicPlansFrame } from "#billing/public-plans-frame.tsx";
import { capitalize } from "#capitalize.ts";
import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { PageHeader } from "#components/page-header.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.plan.name ?? "Plan"} · Latchkey` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { billing } = openApi(args);
  const [{ plan, comparison, refused }, { plans }, ownPlans] = await Promise.all([
    read(billing.plans[":slug"].$get({ param: { slug: args.params.slug ?? "" } })),
    read(billing.plans.$get()),
    findOwnPlans(args),
  ]);
  return { plan, comparison, refused, plans, ownPlans };
}

export default function PlanPage() {
  const { comparison, ownPlans, plan, plans, refused } = useLoaderData<typeof loader>();
  return (
    <PublicPlansFrame ownPlans={ownPlans}>
      <PageHeader
        title={plan.name}
        description={plan.summary}
        actions={
          <>
            <LinkButton to="/pricing">All prices</LinkButton>
            <LinkButton to={ownPlans ?? "/sign-up"} variant="primary">
              {ownPlans === null ? "Sign up" : `Choose ${plan.name}`}
            </LinkButton>
          </>
        }
      />
      <div className="grid gap-6">
        <Card title="Feature by feature">
          <ComparisonTable plans={plans} rows={comparison} chosen={plan.slug} />
        </Card>
        <Card title="What no plan sells">
          <ul className="grid list-disc gap-2 pl-5 text-sm/6 text-muted">
            {refused.map(({ feature, reason }) => (
              <li key={feature}>
                <span className="font-medium text-ink">{toWords(feature)}.</span> {reason}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </PublicPlansFrame>
  );
}

/** `max_workspaces` as people say it; SSO stays in capitals. */
function toWords(feature: string): string {
  return capitalize(feature.replaceAll("_", " ").replace(/\bsso\b/, "SSO"));
}
