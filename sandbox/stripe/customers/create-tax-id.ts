import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import type { TaxId } from "../core/objects.ts";
import { Text } from "../wire/parameters.ts";
import { isTaxIdValue, toCountry, toVerdict } from "./tax-id-rules.ts";
import { TaxIdType } from "./tax-id-type.ts";

export const NewTaxId = z.strictObject({ type: TaxIdType, value: Text });
export type NewTaxId = z.output<typeof NewTaxId>;

const verificationSeconds = 10;

export const createTaxId = endpoint(
  "POST",
  "/v1/customers/:customer/tax_ids",
  NewTaxId,
  (ctx, params, ids) => {
    ctx.db.customers.get(ids.customer);
    return addTaxId(ctx, ids.customer, params);
  },
);

export function addTaxId(ctx: Context, customer: string, { type, value }: NewTaxId): TaxId {
  const { db } = ctx;
  if (!isTaxIdValue(type, value))
    throw invalidRequest(`Invalid value for ${type}.`, { code: "tax_id_invalid", param: "value" });
  const created = ctx.now(customer);
  const taxId: TaxId = {
    id: db.newId("txi_"),
    object: "tax_id",
    country: toCountry(type, value),
    created,
    customer,
    customer_account: null,
    livemode: false,
    owner: { type: "customer", customer, customer_account: null },
    type,
    value,
    verification: null,
  };
  const status = toVerdict(taxId) ? "pending" : "unavailable";
  const made = db.taxIds.put({
    ...taxId,
    verification: { status, verified_address: null, verified_name: null },
  });
  ctx.emit("customer.tax_id.created", made, { customer });
  if (status === "pending") ctx.schedule("tax_id.verify", made.id, created + verificationSeconds, customer);
  return made;
}
