import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { openApi, read } from "#api.server.ts";
import { findOwnPlans } from "#billing/find-own-plans.server.ts";
import { IntervalSwitch } from "#billing/interval-switch.tsx";
import { PlanCard } from "#billing/plan-card.tsx";
import { PublicPlansFrame } from "#billing/public-plans-frame.tsx";
import { Questions } from "#billing/questions.tsx";
import { Badge } from "#components/badge.tsx";
import { LinkButton } from "#components/button.tsx";

export const meta: MetaFunction = () => [
  { title: "Pricing · Latchkey" },
  { name: "description", content: "Plans for assistants that work with your listings, by the listing." },
];

export async function loader(args: LoaderFunctionArgs) {
  const [{ plans }, ownPlans] = await Promise.all([
    read(openApi(args).billing.plans.$get()),
    findOwnPlans(args),
  ]);
  return { plans, ownPlans };
}

export default function PricingPage() {
  const { ownPlans, plans } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const trial = plans.find(({ trialDays }) => trialDays > 0);
  const interval = search.get("interval") === "year" ? "year" : "month";
  return (
    <PublicPlansFrame ownPlans={ownPlans}>
      <div className="mx-auto mb-8 max-w-2xl text-center">
        <h1 className="text-3xl/10 font-semibold tracking-tight text-balance sm:text-4xl/12">
          Pay for the listings you have
        </h1>
        <p className="mt-3 text-pretty text-muted">
          {trial && `Begin with ${trial.trialDays} days of ${trial.name}, without a card. `}
          Prices are in US dollars, before tax.
        </p>
      </div>
      <div className="flex justify-center">
        <IntervalSwitch interval={interval} />
      </div>
      <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-4">
        {plans.map((plan) => (
          <li key={plan.slug} className="flex">
            <PlanCard
              plan={plan}
              interval={interval}
              isMarked={plan.isPopular}
              badge={plan.isPopular && <Badge tone="accent">Recommended</Badge>}
            >
              <LinkButton to={ownPlans ?? "/sign-up"} variant={plan.isPopular ? "primary" : "secondary"}>
                {ownPlans === null ? "Sign up" : `Choose ${plan.name}`}
              </LinkButton>
              <Link
                to={`/plans/${plan.slug}`}
                className="rounded py-1 text-center text-sm text-muted underline-offset-4 hover:underline"
              >
                Compare {plan.name}
              </Link>
            </PlanCard>
          </li>
        ))}
      </ul>
      <Questions />
    </PublicPlansFrame>
  );
}
