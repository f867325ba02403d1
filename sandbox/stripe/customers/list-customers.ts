import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";

const Params = z.strictObject({
  ...listFields,
  created: RangeFilter,
  email: Text.optional(),
  test_clock: Text.optional(),
});

export const listCustomers = endpoint("GET", "/v1/customers", Params, ({ db }, params) => {
  const { created, email, test_clock = null } = params;
  const found = db.customers.where(
    (customer) =>
      customer.test_clock === test_clock &&
      isWithin(created, customer.created) &&
      (email === undefined || customer.email === email),
  );
  return toList("/v1/customers", found, params, db.customers);
});
