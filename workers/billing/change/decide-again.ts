import Stripe from "stripe";

/**
 * Decides once more where Stripe refuses what was asked of it: the subscription may have changed since it was read, by a
 * payment or in another window, and then what it is now decides. What Stripe refuses in this way, it has not done.
 */
export async function decideAgain<Value>(decide: () => Promise<Value>): Promise<Value> {
  try {
    return await decide();
  } catch (thrown) {
    if (thrown instanceof Stripe.errors.StripeInvalidRequestError) return decide();
    throw thrown;
  }
}
