import Stripe from "stripe";

/** One that closes sooner is not worth handing out again. */
const SHORTEST_MS = 60 * 60 * 1_000;

/**
 * Of the customer's open sessions, the one for just this: so two tabs pay one page. Every other one is closed. `paid`: one
 * of them was paid a moment ago.
 */
export async function takeOpenSession(
  stripe: Stripe,
  customer: string,
  wanted: Record<string, string>,
  now: number,
): Promise<string | "paid" | null> {
  let taken: string | null = null;
  for await (const session of stripe.checkout.sessions.list({ customer, status: "open", limit: 100 })) {
    const isWanted =
      session.expires_at * 1_000 - now > SHORTEST_MS &&
      Object.entries(wanted).every(([field, value]) => session.metadata?.[field] === value);
    if (isWanted && taken === null) taken = session.url;
    else if (!(await close(stripe, session.id))) return "paid";
  }
  return taken;
}

/** False where somebody paid it first. */
async function close(stripe: Stripe, id: string): Promise<boolean> {
  try {
    await stripe.checkout.sessions.expire(id);
    return true;
  } catch (thrown) {
    if (!(thrown instanceof Stripe.errors.StripeInvalidRequestError)) throw thrown;
    return (await stripe.checkout.sessions.retrieve(id)).status !== "complete";
  }
}
