import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { applyConfiguration } from "./apply-configuration.ts";
import { ConfigurationChange } from "./configuration-params.ts";

export const updateConfiguration = endpoint(
  "POST",
  "/v1/billing_portal/configurations/:configuration",
  ConfigurationChange,
  (ctx, params, ids) => {
    const before = ctx.db.portalConfigurations.get(ids.configuration);
    if (before.is_default && params.active === false)
      throw invalidRequest("The default configuration cannot be made inactive.", { param: "active" });
    const updated = ctx.db.portalConfigurations.put(applyConfiguration(ctx, before, params));
    ctx.emit("billing_portal.configuration.updated", updated, { before });
    return updated;
  },
);
