import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useId } from "react";
import { type Format, useFormat } from "#format.ts";
import type { Plan } from "./billing.ts";

/** One plan to choose from: what it costs and has. `badge` stands beside its name, `children` are what can be done. */
export function PlanCard({
  plan,
  interval,
  badge,
  isMarked,
  children,
}: {
  plan: Plan;
  interval: "month" | "year";
  badge?: ReactNode;
  isMarked: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const format = useFormat();
  const { money } = format;
  const { name, price, pricePerListing, summary, yearlySavingPercent } = plan;
  const isYearly = interval === "year" && price.year > 0;
  return (
    <article
      aria-labelledby={id}
      className={`flex w-full flex-col rounded-xl border bg-surface p-5 shadow-card ${isMarked ? "border-accent" : "border-line"}`}
    >
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="font-semibold">
          {name}
        </h2>
        {badge}
      </div>
      <p className="mt-1 text-sm/6 text-muted md:min-h-12">{summary}</p>
      <p className="mt-4">
        <span className="text-3xl/9 font-semibold tracking-tight tabular-nums">
          {money(
            price.month === 0 ? (pricePerListing ?? 0) : isYearly ? price.year : price.month,
            "usd",
            true,
          )}
        </span>{" "}
        <span className="text-sm text-muted">{toUnit(plan, isYearly)}</span>
      </p>
      <p className="mt-1 text-sm/6 text-muted md:min-h-12">
        {price.month > 0 && pricePerListing !== null && (
          <>and {money(pricePerListing, "usd", true)} per active listing and month. </>
        )}
        {isYearly && yearlySavingPercent !== null && (
          <>{format.percent(yearlySavingPercent)} less than twelve months.</>
        )}
        {price.month === 0 && pricePerListing !== null && <>Each active one, each month.</>}
      </p>
      <ul className="mt-4 mb-6 grid gap-2 text-sm/5.5">
        {listFeatures(plan, format).map((feature) => (
          <li key={feature} className="flex gap-2.5">
            <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-positive" />
            {feature}
          </li>
        ))}
      </ul>
      <div className="mt-auto grid gap-2">{children}</div>
    </article>
  );
}

function toUnit({ price, pricePerListing }: Plan, isYearly: boolean): string {
  if (price.month > 0) return isYearly ? "a year" : "a month";
  return pricePerListing === null ? "for good" : "per listing";
}

function listFeatures({ features, trialDays }: Plan, { count, number }: Format): string[] {
  const { apiKeys, auditDays, connections, listings, members, readOnly, toolCalls, webhookEndpoints } =
    features;
  return [
    ...(trialDays > 0 ? [`${trialDays} days free, without a card`] : []),
    `${number(toolCalls)} tool calls a month`,
    listings === null ? "All listings" : `${count(listings, "listing")} of Hostaway`,
    readOnly ? "Reading only" : "Reading and writing",
    count(members, "member"),
    count(apiKeys, "API key"),
    count(connections, "connection"),
    ...(webhookEndpoints > 0 ? [count(webhookEndpoints, "outgoing webhook")] : []),
    `${count(auditDays, "day")} of activity kept`,
  ];
}
