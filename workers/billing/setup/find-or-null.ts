import Stripe from "stripe";

/** Null where Stripe says that there is no such thing. */
export async function findOrNull<Found>(finding: Promise<Found>): Promise<Found | null> {
  try {
    return await finding;
  } catch (thrown) {
    if (thrown instanceof Stripe.errors.StripeInvalidRequestError && thrown.code === "resource_missing") {
      return null;
    }
    throw thrown;
  }
}
