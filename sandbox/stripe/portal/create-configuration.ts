import { endpoint } from "../core/endpoint.ts";
import { applyConfiguration } from "./apply-configuration.ts";
import { NewConfiguration } from "./configuration-params.ts";
import { newConfiguration } from "./new-configuration.ts";

export const createConfiguration = endpoint(
  "POST",
  "/v1/billing_portal/configurations",
  NewConfiguration,
  (ctx, params) => {
    const made = applyConfiguration(ctx, newConfiguration(ctx, false), params);
    ctx.emit("billing_portal.configuration.created", ctx.db.portalConfigurations.put(made));
    return made;
  },
);
