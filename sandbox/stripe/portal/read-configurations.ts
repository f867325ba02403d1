import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { Bool, listFields } from "../wire/parameters.ts";

const Filter = z.strictObject({
  ...listFields,
  active: Bool.optional(),
  is_default: Bool.optional(),
});

export const retrieveConfiguration = endpoint(
  "GET",
  "/v1/billing_portal/configurations/:configuration",
  z.strictObject({}),
  ({ db }, _, { configuration }) => db.portalConfigurations.get(configuration),
);

export const listConfigurations = endpoint(
  "GET",
  "/v1/billing_portal/configurations",
  Filter,
  ({ db }, { active, is_default, ...page }) => {
    const found = db.portalConfigurations.where(
      (configuration) =>
        (active === undefined || configuration.active === active) &&
        (is_default === undefined || configuration.is_default === is_default),
    );
    return toList("/v1/billing_portal/configurations", found, page, db.portalConfigurations);
  },
);
