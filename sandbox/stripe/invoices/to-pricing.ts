import type { InvoiceItem } from "../core/objects.ts";
import type { NewLine } from "./new-line.ts";

const mostDecimals = 12;

/** The price as lines and items name it; without one, an amount has its own unit price. */
export function toPricing({ price, amount, quantity, unitAmount }: NewLine): InvoiceItem["pricing"] {
  if (!price)
    return { type: "price_details", unit_amount_decimal: unitAmount ?? divide(amount, quantity || 1) };
  return {
    type: "price_details",
    price_details: { price: price.id, product: price.product },
    unit_amount_decimal: price.unit_amount_decimal,
  };
}

const divide = (amount: number, quantity: number) =>
  (amount / quantity).toFixed(mostDecimals).replace(/\.?0+$/, "");
