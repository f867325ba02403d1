import { isRefusal } from "#api.server.ts";

/** What only Stripe knows; null while it does not answer, so that the rest of the page still stands. */
export async function findAtStripe<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked;
  } catch (thrown) {
    if (isRefusal(thrown, "upstream_unavailable")) return null;
    throw thrown;
  }
}
