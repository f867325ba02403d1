import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { listFields } from "../wire/parameters.ts";

export const listTaxIds = endpoint(
  "GET",
  "/v1/customers/:customer/tax_ids",
  z.strictObject(listFields),
  ({ db }, params, ids) => {
    const { id } = db.customers.get(ids.customer);
    const found = db.taxIds.where(({ customer }) => customer === id);
    return toList(`/v1/customers/${id}/tax_ids`, found, params, db.taxIds);
  },
);
