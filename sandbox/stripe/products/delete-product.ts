import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Subscription } from "../core/objects.ts";
import { hasEnded } from "../subscriptions/statuses.ts";

export const deleteProduct = endpoint(
  "DELETE",
  "/v1/products/:product",
  z.strictObject({}),
  (ctx, _, ids) => {
    const { db } = ctx;
    const product = db.products.get(ids.product);
    if (db.prices.where((price) => price.product === product.id).length > 0)
      throw invalidRequest("This product cannot be deleted because it has one or more user-created prices.");
    if (db.subscriptions.where((subscription) => isFor(subscription, product.id)).length > 0)
      throw invalidRequest("This product cannot be deleted because it has one or more subscriptions.");
    db.products.remove(product.id);
    ctx.emit("product.deleted", product);
    return { id: product.id, object: "product", deleted: true };
  },
);

/** The price may be gone with its plan. */
const isFor = (subscription: Subscription, product: string) =>
  !hasEnded(subscription) && subscription.items.data.some(({ price }) => price.product === product);
