import type { World } from "#sandbox/world.ts";
import { defaultAccount } from "../../state.ts";
import { addWebhookEndpoint } from "./add-webhook-endpoint.ts";

/** Both sides know it in advance. */
const secret = "whsec_latchkeysandbox";
const byItself = { id: null, idempotency_key: null };

/** Lets the product that runs beside hear of the account that is always there. */
export function listenAt({ clock, stripe }: Pick<World, "clock" | "stripe">, url: string | undefined): void {
  const account = stripe.get(defaultAccount.account);
  const isKnown = account.db.webhookEndpoints.all().some((endpoint) => endpoint.url === url);
  if (url === undefined || isKnown) return;
  account.act(clock.now(), byItself, (ctx) =>
    addWebhookEndpoint(ctx, { url, enabled_events: ["*"], secret }),
  );
}
