import { Await, Link } from "@remix-run/react";
import { Suspense } from "react";
import { Stat } from "#components/stat.tsx";
import { useFormat } from "#format.ts";
import type { Usage } from "./report.ts";

/** What the month will come to. The answer is Stripe's, so the page does not wait for it. */
export function ProjectedBill({ bill }: Pick<Usage, "bill">) {
  const format = useFormat();
  const unknown = (text: string) => (
    <Stat name="Projected bill" value="–">
      {text}{" "}
      <Link to="../billing" className="text-accent underline underline-offset-2">
        See billing
      </Link>
    </Stat>
  );
  return (
    <Suspense fallback={unknown("Being calculated.")}>
      <Await resolve={bill} errorElement={unknown("Not available now.")}>
        {(answer) => {
          if (answer === null) return unknown("Not available now.");
          const { projected } = answer;
          if (projected === null) return unknown("Nothing will be billed.");
          return (
            <Stat name="Projected bill" value={format.money(projected.total, projected.currency)}>
              {format.count(projected.quantity, "listing")}
              {projected.overage.amount > 0 &&
                `, ${format.money(projected.overage.amount, projected.currency)} beyond the quota`}
              .
            </Stat>
          );
        }}
      </Await>
    </Suspense>
  );
}
