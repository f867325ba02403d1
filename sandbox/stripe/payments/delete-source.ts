import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toCardSource } from "./card-source.ts";
import { getSource } from "./get-source.ts";

export const deleteSource = endpoint(
  "DELETE",
  "/v1/customers/:customer/sources/:source",
  z.strictObject({}),
  (ctx, _, ids) => {
    const method = getSource(ctx, ids);
    ctx.db.paymentMethods.change(method.id, { customer: null });
    ctx.db.paymentMethodRecords.change(method.id, { spent: true });
    ctx.emit("customer.source.deleted", toCardSource(method), { customer: ids.customer });
    const before = ctx.db.customers.get(ids.customer);
    if (before.default_source === method.id) {
      const next = ctx.db.paymentMethods.where(
        ({ id, customer }) => customer === ids.customer && id.startsWith("card_"),
      )[0];
      const customer = ctx.db.customers.change(ids.customer, { default_source: next?.id ?? null });
      ctx.emit("customer.updated", customer, { before, customer: ids.customer });
    }
    return { id: method.id, object: "card", deleted: true };
  },
);
