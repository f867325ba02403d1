import { useFormat } from "#format.ts";
import type { Price } from "./billing.ts";

/** What a plan costs as it goes on, and how that comes about. */
export function MonthlyCost({ price }: { price: Price }) {
  const { base, interval, listings, listingsTotal, perListing } = price;
  const { count, money } = useFormat();
  const each = `${count(listings, "listing")} × ${money(perListing, "usd", true)}`;
  if (interval === "year") {
    return (
      <>
        {money(listingsTotal)} <span className="font-normal text-muted">({each}),</span> and {money(base)} a
        year
      </>
    );
  }
  return (
    <>
      {money(base + listingsTotal)}{" "}
      <span className="font-normal text-muted">
        ({base > 0 ? `${money(base, "usd", true)} + ${each}` : each})
      </span>
    </>
  );
}
