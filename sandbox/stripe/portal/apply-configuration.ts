import type { Context } from "../core/context.ts";
import type { PortalConfiguration } from "../core/objects.ts";
import { toPortalLoginUrl } from "../pages/urls.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import type { ConfigurationChange } from "./configuration-params.ts";
import { mergeFeatures } from "./merge-features.ts";

export function applyConfiguration(
  ctx: Context,
  former: PortalConfiguration,
  given: ConfigurationChange,
): PortalConfiguration {
  const { active, business_profile, default_return_url, features, login_page, metadata, name } = given;
  return {
    ...former,
    active: active ?? former.active,
    business_profile: { ...former.business_profile, ...business_profile },
    default_return_url: default_return_url === undefined ? former.default_return_url : default_return_url,
    features: mergeFeatures(ctx, former.features, features),
    login_page: login_page
      ? { enabled: login_page.enabled, url: login_page.enabled ? toPortalLoginUrl(ctx, former.id) : null }
      : former.login_page,
    metadata: mergeMetadata(former.metadata ?? {}, metadata),
    name: name === undefined ? former.name : name,
    updated: ctx.wall(),
  };
}
