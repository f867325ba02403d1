import Stripe from "stripe";
import { worker } from "#sandbox/testing.ts";
import { violationsHeader } from "./contract/watch-contract.ts";
import { defaultAccount } from "./state.ts";

/** The official client, with the stand-in where the network would be. What breaks the contract fails the call. */
export function stripeClient(secretKey = defaultAccount.secretKey): Stripe {
  return new Stripe(secretKey, {
    httpClient: Stripe.createFetchHttpClient(async (url, init) => {
      const { pathname, search } = new URL(String(url));
      const response = await worker.fetch(`http://sandbox${pathname}${search}`, init);
      const violations = response.headers.get(violationsHeader);
      if (violations === null) return response;
      await response.body?.cancel();
      const message = `Against the contract: ${init?.method} ${pathname}\n${decodeURIComponent(violations)}`;
      return Response.json({ error: { type: "api_error", message } }, { status: 500 });
    }),
    maxNetworkRetries: 0,
    telemetry: false,
  });
}
