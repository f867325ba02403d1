import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { listFields } from "../wire/parameters.ts";
import { toCardSource } from "./card-source.ts";

const Params = z.strictObject({ ...listFields, object: z.literal("card").optional() });

export const listSources = endpoint(
  "GET",
  "/v1/customers/:customer/sources",
  Params,
  ({ db }, params, ids) => {
    const { id: customer } = db.customers.get(ids.customer);
    const sources = db.paymentMethods.where(
      (method) => method.customer === customer && method.id.startsWith("card_"),
    );
    return toList(`/v1/customers/${customer}/sources`, sources.map(toCardSource), params);
  },
);
