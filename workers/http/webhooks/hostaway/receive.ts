import { getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { createApi } from "#http/hono.ts";
import { readText } from "#http/read-body.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { findWebhookOrganization } from "#organization/webhooks/webhook-token.ts";

/** Where Hostaway sends its news. What was not made here is refused without I/O; a 2xx says that it is taken in. */
export const hostawayWebhooks = createApi();

hostawayWebhooks.post("/webhooks/hostaway/:token", async (c) => {
  const token = c.req.param("token");
  const organization = findWebhookOrganization(token, getConfig(c.env).keyRing);
  if (organization === null) throw toUnknown();
  const authorization = c.req.header("authorization");
  if (authorization === undefined) {
    throw new AppError("missing_credential", "This address takes deliveries with Basic authentication only.");
  }
  const body = await readText(c.req.raw);
  const result = await getOrganization(c.env, organization).receiveWebhook({ token, authorization, body });
  // No organization is there any more: to the sender, that is an address like any other that is gone.
  if (!result.ok && result.receipt.code === "invalid_key") throw toUnknown();
  throwReceipt(result);
  return c.body(null, 204);
});

const toUnknown = () => new AppError("not_found", "There is nothing at this address.");
