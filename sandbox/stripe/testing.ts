import Stripe from "stripe";
import { worker } from "#sandbox/testing.ts";
import { defaultAccount } from "./state.ts";

/** The official client, with the stand-in where the network would be. */
export function stripeClient(secretKey = defaultAccount.secretKey): Stripe {
  return new Stripe(secretKey, {
    httpClient: Stripe.createFetchHttpClient((url, init) => {
      const { pathname, search } = new URL(String(url));
      return worker.fetch(`http://sandbox${pathname}${search}`, init);
    }),
    maxNetworkRetries: 0,
    telemetry: false,
  });
}
