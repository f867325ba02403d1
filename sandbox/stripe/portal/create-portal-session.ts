import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { toPortalUrl } from "../pages/urls.ts";
import { Text, WebAddress } from "../wire/parameters.ts";
import { FlowData } from "./flow-params.ts";
import { Locale } from "./locale.ts";
import { defaultConfiguration } from "./new-configuration.ts";
import { toFlow } from "./to-flow.ts";

const Params = z.strictObject({
  configuration: Text.optional(),
  customer: Text,
  flow_data: FlowData.optional(),
  locale: Locale.optional(),
  return_url: WebAddress.optional(),
});

export const createPortalSession = endpoint("POST", "/v1/billing_portal/sessions", Params, (ctx, params) => {
  const { db } = ctx;
  const { id: customer } = db.customers.get(params.customer, "customer");
  const configuration = params.configuration
    ? db.portalConfigurations.get(params.configuration, "configuration")
    : defaultConfiguration(ctx);
  if (!configuration.active)
    throw invalidRequest("The configuration is inactive.", { param: "configuration" });
  const session = db.portalSessions.put({
    id: db.newId("bps_"),
    object: "billing_portal.session",
    configuration: configuration.id,
    created: ctx.wall(),
    customer,
    customer_account: null,
    flow: params.flow_data ? toFlow(ctx, params.flow_data, { customer, configuration }) : null,
    livemode: false,
    locale: params.locale ?? null,
    on_behalf_of: null,
    return_url: params.return_url ?? configuration.default_return_url,
    url: toPortalUrl(ctx, db.newId("test_", 48)),
  });
  ctx.emit("billing_portal.session.created", session);
  return session;
});
