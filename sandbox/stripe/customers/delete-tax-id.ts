import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { getTaxId } from "./retrieve-tax-id.ts";

export const deleteTaxId = endpoint(
  "DELETE",
  "/v1/customers/:customer/tax_ids/:taxId",
  z.strictObject({}),
  (ctx, _, ids) => {
    const taxId = getTaxId(ctx, ids);
    ctx.db.taxIds.remove(taxId.id);
    ctx.emit("customer.tax_id.deleted", taxId, { customer: taxId.customer });
    return { id: taxId.id, object: "tax_id", deleted: true };
  },
);
