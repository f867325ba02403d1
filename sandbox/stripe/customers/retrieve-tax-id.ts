import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { noSuch } from "../core/errors.ts";
import type { TaxId } from "../core/objects.ts";

export const retrieveTaxId = endpoint(
  "GET",
  "/v1/customers/:customer/tax_ids/:taxId",
  z.strictObject({}),
  (ctx, _, ids) => getTaxId(ctx, ids),
);

export function getTaxId({ db }: Context, ids: { customer: string; taxId: string }): TaxId {
  const taxId = db.taxIds.get(ids.taxId);
  if (taxId.customer !== ids.customer) throw noSuch("tax_id", ids.taxId);
  return taxId;
}
