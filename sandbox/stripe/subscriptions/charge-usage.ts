import type { Context } from "../core/context.ts";
import type { Subscription, SubscriptionItem } from "../core/objects.ts";
import { usageBetween } from "../meters/usage-between.ts";
import type { Charge } from "./charge.ts";
import { partsOf, toLine } from "./charge-item.ts";
import { isMetered } from "./item-kinds.ts";

/** What metered items ask in arrears for what was used in their current periods up to `end`. */
export function chargeUsage(
  ctx: Context,
  { customer }: Subscription,
  items: SubscriptionItem[],
  end: number,
): Charge[] {
  return items
    .filter(({ price }) => isMetered(price))
    .flatMap((item) => {
      const meter = item.price.recurring?.meter ?? "";
      const start = item.current_period_start;
      const used = usageBetween(ctx, { meter, customer, start, end });
      return partsOf(ctx, item.price, used).map((part) => ({
        line: { ...toLine(item), ...part, period: { start, end } },
        debit: null,
      }));
    });
}
