import type { SerializeFrom } from "@remix-run/cloudflare";
import { capitalize } from "#capitalize.ts";
import { Fact, Facts } from "#components/facts.tsx";
import { DateTime } from "#components/time.tsx";
import { type Format, useFormat } from "#format.ts";
import type { loader } from "#routes/$organization.billing.plans.tsx";
import { MonthlyCost } from "./monthly-cost.tsx";

type Cost = NonNullable<NonNullable<SerializeFrom<typeof loader>["preview"]>["value"]>;
type Line = Cost["lines"][number];

/** The lines of a change, what is charged for it now, and what is paid from then on. */
export function ChangeCost({ cost }: { cost: Cost }) {
  const format = useFormat();
  const { money } = format;
  const { due, effective, effectiveAt, lines, price, total, warnings } = cost;
  return (
    <>
      <Facts>
        {lines.map((line) => (
          <Fact
            key={`${line.kind}-${line.plan}-${line.amount}-${line.from}`}
            name={describeLine(line, format)}
          >
            {money(line.amount)}
          </Fact>
        ))}
        <Fact name="Charged now">
          <span className="text-base">{money(due)}</span>
        </Fact>
        {total < 0 && <Fact name="Kept for the next invoices">{money(-total)}</Fact>}
        <Fact name="From">{effective === "now" ? "At once" : <DateTime at={effectiveAt} dateOnly />}</Fact>
        <Fact name="Monthly cost from then on">
          <MonthlyCost price={price} />
        </Fact>
      </Facts>
      {warnings.length > 0 && (
        <div className="mt-4 rounded-lg border border-warning-line bg-warning-soft px-4 py-3 text-sm/6 text-warning">
          <ul>
            {warnings.map(({ limit, message }) => (
              <li key={limit}>{message}</li>
            ))}
          </ul>
          <p>Nothing is deleted. New ones are refused until there are fewer.</p>
        </div>
      )}
    </>
  );
}

function describeLine({ amount, kind, plan, quantity }: Line, { count }: Format): string {
  const whose = plan === null ? "" : `${capitalize(plan)}: `;
  const what = kind === "listing" && quantity !== null ? count(quantity, "listing") : nouns[kind];
  return `${whose}${what}${amount < 0 ? ", unused" : ""}`;
}

const nouns = {
  base: "base price",
  listing: "listings",
  overage: "calls beyond the quota",
  other: "other",
} as const satisfies Record<Line["kind"], string>;
