import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { noSuch } from "../core/errors.ts";
import { clearDiscount } from "./set-discount.ts";

export const deleteDiscount = endpoint(
  "DELETE",
  "/v1/customers/:customer/discount",
  z.strictObject({}),
  (ctx, _, ids) => {
    const customer = ctx.db.customers.get(ids.customer);
    const discount = clearDiscount(ctx, customer.id);
    if (!discount) throw noSuch("discount", ids.customer);
    const { end, ...rest } = discount;
    return { ...rest, deleted: true };
  },
);
