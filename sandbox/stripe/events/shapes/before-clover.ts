import type { Database } from "../../core/database.ts";
import type { Customer } from "../../core/objects.ts";
import { type Converters, convertKind } from "./of-kind.ts";
import type { Downgrade } from "./to-shape.ts";

const converters: Converters<Database> = {
  customer: (customer, db) => ({ ...customer, discount: toOldDiscount(customer.discount, db) }),
};

export const beforeClover: Downgrade = (object, db) => convertKind(converters, object, db);

/** Held the whole coupon, where it now has a source that names it. */
function toOldDiscount(discount: Customer["discount"] | undefined, db: Database): object | null {
  if (!discount) return null;
  const { source, ...rest } = discount;
  return { ...rest, coupon: (source.coupon && db.coupons.find(source.coupon)) || null };
}
