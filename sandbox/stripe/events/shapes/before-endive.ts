import type { Subscription } from "../../core/objects.ts";
import { type Converters, convertKind, without } from "./of-kind.ts";
import type { Downgrade } from "./to-shape.ts";

const converters: Converters<null> = {
  invoice: (invoice) => without(invoice, ["status_details"]),
  subscription: (subscription) => ({
    ...without(subscription, ["status_details"]),
    items: withoutTrials(subscription.items),
  }),
};

export const beforeEndive: Downgrade = (object) => convertKind(converters, object, null);

function withoutTrials(items: Subscription["items"] | undefined): object | undefined {
  return items && { ...items, data: items.data.map((item) => without(item, ["current_trial"])) };
}
