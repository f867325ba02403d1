import type { Context } from "../core/context.ts";
import { missingParam } from "../core/errors.ts";
import type { Price, Subscription } from "../core/objects.ts";
import { createInvoiceItem } from "../invoices/create-invoice-item.ts";
import { addPrice } from "../prices/add-price.ts";
import { toAmount } from "../prices/to-amount.ts";
import type { AddedInvoiceItem } from "./subscription-params.ts";

/** One-off items for the subscription's next invoice. */
export function addInvoiceItems(ctx: Context, subscription: Subscription, given: AddedInvoiceItem[]): void {
  const { customer, id } = subscription;
  const now = ctx.now(customer);
  for (const [index, item] of given.entries()) {
    const price = requirePrice(ctx, item, `add_invoice_items[${index}][price]`);
    const { quantity = 1 } = item;
    createInvoiceItem(
      ctx,
      customer,
      {
        amount: toAmount(ctx.db, price, quantity),
        currency: price.currency,
        description: ctx.db.products.get(price.product).name,
        quantity,
        price,
        period: { start: now, end: now },
        proration: false,
        subscription: id,
        subscriptionItem: null,
        discountable: item.discountable ?? true,
        metadata: item.metadata ?? {},
      },
      now,
    );
  }
}

function requirePrice(ctx: Context, { price, price_data }: AddedInvoiceItem, param: string): Price {
  if (price) return ctx.db.prices.get(price, param);
  if (!price_data) throw missingParam(param);
  const { product, ...given } = price_data;
  return addPrice(ctx, ctx.db.products.get(product, "product").id, {
    ...given,
    active: false,
    billing_scheme: "per_unit",
    tax_behavior: given.tax_behavior ?? "unspecified",
    transfer_lookup_key: false,
  });
}
