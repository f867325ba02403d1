import type { Context } from "../core/context.ts";
import type { PortalConfiguration } from "../core/objects.ts";
import { defaultFeatures, noFeatures } from "./no-features.ts";

export function newConfiguration(ctx: Context, is_default: boolean): PortalConfiguration {
  const at = ctx.wall();
  return {
    id: ctx.db.newId("bpc_"),
    object: "billing_portal.configuration",
    active: true,
    application: null,
    business_profile: { headline: null, privacy_policy_url: null, terms_of_service_url: null },
    created: at,
    default_return_url: null,
    features: is_default ? defaultFeatures : noFeatures,
    is_default,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: {},
    name: null,
    updated: at,
  };
}

/** The account's own configuration, made when it is first needed. */
export function defaultConfiguration(ctx: Context): PortalConfiguration {
  const [found] = ctx.db.portalConfigurations.where(({ is_default }) => is_default);
  if (found) return found;
  const made = ctx.db.portalConfigurations.put(newConfiguration(ctx, true));
  ctx.emit("billing_portal.configuration.created", made);
  return made;
}
