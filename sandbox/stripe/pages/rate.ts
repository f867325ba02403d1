import type { Price } from "../core/objects.ts";
import { toMoney } from "./money.ts";

/** What one unit costs, and how often: `$5.00 / month`. */
export function toRate({ currency, recurring, unit_amount, unit_amount_decimal }: Price): string {
  const each = unit_amount ?? (unit_amount_decimal === null ? null : Number(unit_amount_decimal));
  const amount = each === null ? "By usage" : toMoney(each, currency);
  return recurring ? `${amount} ${toInterval(recurring)}` : amount;
}

function toInterval({ interval, interval_count: count }: NonNullable<Price["recurring"]>): string {
  return count === 1 ? `/ ${interval}` : `every ${count} ${interval}s`;
}
