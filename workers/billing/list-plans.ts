import { AppError } from "#errors.ts";
import { type Plan, type PlanLimits, type PlanName, planNames, plans, trial } from "./plans.ts";

export interface ShownPlan {
  slug: PlanName;
  name: string;
  summary: string;
  currency: "usd";
  /** Cents. A year's price is for the whole year. */
  price: { month: number; year: number };
  pricePerListing: number | null;
  overagePerThousand: number | null;
  /** How much cheaper a year is than twelve months, in whole percent; null where there is nothing to save. */
  yearlySavingPercent: number | null;
  trialDays: number;
  isPopular: boolean;
  features: PlanLimits;
}

export function listPlans(): ShownPlan[] {
  return planNames.map(toShownPlan);
}

/** One plan, and each feature of it beside what the other plans have. */
export function getPlan(slug: string) {
  const plan = listPlans().find((candidate) => candidate.slug === slug);
  if (plan === undefined) {
    throw new AppError("not_found", `There is no plan "${slug}". The plans are ${planNames.join(", ")}.`);
  }
  return { plan, comparison: compareFeatures(), refused: refusedFeatures };
}

function toShownPlan(slug: PlanName): ShownPlan {
  const plan: Plan = plans[slug];
  const price = plan.base ?? { month: 0, year: 0 };
  return {
    slug,
    name: plan.name,
    summary: plan.summary,
    currency: "usd",
    price,
    pricePerListing: plan.perListing,
    overagePerThousand: plan.overagePerThousand,
    yearlySavingPercent: price.month === 0 ? null : Math.round((1 - price.year / (12 * price.month)) * 100),
    trialDays: slug === trial.plan ? trial.days : 0,
    isPopular: slug === "starter",
    features: plan.limits,
  };
}

const featureNames = {
  toolCalls: "Tool calls per month",
  listings: "Listings served",
  readOnly: "Reads only",
  members: "Members",
  apiKeys: "API keys",
  connections: "Connections",
  clientConfigurations: "Client configurations",
  webhookEndpoints: "Outgoing webhooks",
  auditDays: "Days of activity kept",
} as const satisfies Record<keyof PlanLimits, string>;

type Feature = keyof PlanLimits;

function compareFeatures() {
  const features = Object.keys(featureNames).filter((name): name is Feature => name in featureNames);
  return features.map((feature) => ({
    feature,
    name: featureNames[feature],
    values: Object.fromEntries(planNames.map((plan) => [plan, plans[plan].limits[feature]])),
  }));
}

/** What is sometimes sold with such plans and is not sold here, and why. */
export const refusedFeatures = [
  {
    feature: "max_workspaces",
    reason: "Not limited: a person may belong to any number of organizations, and each is billed by itself.",
  },
  {
    feature: "analytics_retention_days",
    reason: "The same for all: counts of calls are kept for 13 months, because they prove the bill.",
  },
  {
    feature: "usage_alerts",
    reason: "Not for sale: every plan has them.",
  },
  {
    feature: "priority_support",
    reason: "Support is given by whoever runs this Latchkey, on terms of their own.",
  },
  {
    feature: "custom_branding",
    reason: "Latchkey is open source: whoever runs it may dress it as they like.",
  },
  {
    feature: "sso_enabled",
    reason: "There is no single sign-on by SAML. Signing in with Google or GitHub is in every plan.",
  },
] as const;
