import { type Column, Table } from "#components/table.tsx";
import { type Format, useFormat } from "#format.ts";
import type { Plan } from "./billing.ts";

export interface Row {
  feature: string;
  name: string;
  values: Record<string, number | boolean | null>;
}

/** What each plan has, feature by feature; the chosen one stands out. */
export function ComparisonTable({ plans, rows, chosen }: { plans: Plan[]; rows: Row[]; chosen: string }) {
  const format = useFormat();
  const columns: Column<Row>[] = [
    { title: "Feature", cell: ({ name }) => <span className="font-medium">{name}</span> },
    ...plans.map(({ name, slug }) => ({
      title: name,
      isNumber: true,
      cell: ({ feature, values }: Row) => (
        <span className={slug === chosen ? "font-semibold text-accent" : ""}>
          {toText(feature, values[slug] ?? null, format)}
        </span>
      ),
    })),
  ];
  const priced = [...plans.map(toPrices)];
  return (
    <Table
      caption="The plans, feature by feature"
      columns={columns}
      rows={[...toPriceRows(priced), ...rows]}
      toKey={({ feature }) => feature}
    />
  );
}

const toPrices = ({ price, pricePerListing, overagePerThousand, slug }: Plan) => ({
  slug,
  month: price.month,
  year: price.year,
  pricePerListing,
  overagePerThousand,
});
type Prices = ReturnType<typeof toPrices>;

const priceNames = {
  month: "Base, a month",
  year: "Base, a year",
  pricePerListing: "Per active listing and month",
  overagePerThousand: "Per thousand calls beyond the quota",
} as const;
const priceFields = ["month", "year", "pricePerListing", "overagePerThousand"] as const;

const toPriceRows = (prices: Prices[]): Row[] =>
  priceFields.map((field) => ({
    feature: field,
    name: priceNames[field],
    values: Object.fromEntries(prices.map((price) => [price.slug, price[field]])),
  }));

function toText(feature: string, value: number | boolean | null, { money, number }: Format): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (feature in priceNames) return value === null ? "–" : money(value, "usd", true);
  return value === null ? "All" : number(value);
}
