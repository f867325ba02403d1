import type { Context } from "../core/context.ts";
import type { Coupon, InvoiceLine } from "../core/objects.ts";
import { couponOf } from "../coupons/coupon-of.ts";

/** The lines with what each of the discounts takes off them, one discount after the other. */
export function discountLines(ctx: Context, discounts: string[], lines: InvoiceLine[]): InvoiceLine[] {
  const plain = lines.map((line) => ({
    ...line,
    discounts,
    discount_amounts: [],
    pretax_credit_amounts: [],
  }));
  return discounts.reduce<InvoiceLine[]>((before, discount) => {
    const coupon = couponOf(ctx.db, discount);
    const rests = before.map((line) => (isDiscounted(line, coupon) ? Math.max(0, restOf(line)) : 0));
    const parts = toParts(coupon, rests);
    return before.map((line, index) => withDiscount(line, discount, parts[index] ?? 0));
  }, plain);
}

function withDiscount(line: InvoiceLine, discount: string, amount: number): InvoiceLine {
  if (amount === 0) return line;
  return {
    ...line,
    discount_amounts: [...(line.discount_amounts ?? []), { amount, discount }],
    pretax_credit_amounts: [
      ...(line.pretax_credit_amounts ?? []),
      { amount, discount, type: "discount" as const },
    ],
  };
}

function isDiscounted({ discountable, pricing }: InvoiceLine, { applies_to }: Coupon): boolean {
  if (!discountable) return false;
  return !applies_to || applies_to.products.includes(pricing?.price_details?.product ?? "");
}

const restOf = ({ amount, discount_amounts }: InvoiceLine) =>
  (discount_amounts ?? []).reduce((rest, part) => rest - part.amount, amount);

/** A fixed amount is spread in proportion; each line's share is what brings the running total to its due. */
function toParts({ percent_off, amount_off }: Coupon, rests: number[]): number[] {
  if (percent_off) return rests.map((rest) => Math.round((rest * percent_off) / 100));
  const whole = rests.reduce((total, rest) => total + rest, 0);
  const off = Math.min(amount_off ?? 0, whole);
  let before = 0;
  return rests.map((rest) => {
    const start = shareOf(off, before, whole);
    before += rest;
    return shareOf(off, before, whole) - start;
  });
}

const shareOf = (off: number, part: number, whole: number) =>
  whole === 0 ? 0 : Math.round(Number((BigInt(off) * BigInt(part) * 1000n) / BigInt(whole)) / 1000);
