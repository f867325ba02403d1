import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { askFor, createSubscriber } from "#tests/billing.ts";
import { findPrice, readAccount, stripe } from "#tests/stripe.ts";
import type { BillingContext } from "../billing-context.ts";
import { changePlan } from "./change-plan.ts";
import { previewChange } from "./preview-change.ts";

// Each test pays for a subscription of its own, which takes some dozen requests.
vi.setConfig({ testTimeout: 60_000 });

/** Whoever asks counts the listings after the subscription was read, and meanwhile something happens, once. */
function meanwhile(happens: () => Promise<unknown>): BillingContext["env"] {
  const happening = vi.fn(happens);
  const getByName: typeof env.ORGANIZATION.getByName = (name) => {
    const object = env.ORGANIZATION.getByName(name);
    return new Proxy(object, {
      get(_, method) {
        const call = Reflect.get(object, method);
        if (method !== "countListings") return call;
        return async (...args: unknown[]) => {
          if (happening.mock.calls.length === 0) await happening();
          return Reflect.apply(call, object, args);
        };
      },
    });
  };
  const ORGANIZATION = new Proxy(env.ORGANIZATION, {
    get: (target, name) => (name === "getByName" ? getByName : Reflect.get(target, name)),
  });
  return { ...env, ORGANIZATION };
}

/** As another window or a payment that comes through would: no operation of ours knows of it. */
async function upgradeAtStripe(subscription: string): Promise<void> {
  const [base, listing] = [
    await findPrice({ plan: "pro", kind: "base", interval: "month" }),
    await findPrice({ plan: "pro", kind: "listing", interval: "month" }),
  ];
  const [item] = (await stripe.subscriptions.retrieve(subscription)).items.data;
  const items = [
    { price: base, quantity: 1 },
    { id: item?.id, price: listing },
  ];
  await stripe.subscriptions.update(subscription, { items });
}

const verbs = { previewChange, changePlan };

test.each(["previewChange", "changePlan"] as const)(
  "%s of a plan that somebody else changes to in the same moment is a conflict, and the new plan is seen",
  async (verb) => {
    const { organization, subscription } = await createSubscriber();
    const ctx = { ...(await askFor(organization)), env: meanwhile(() => upgradeAtStripe(subscription)) };
    await expect(verbs[verb](ctx, { plan: "pro" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("is on Pro"),
    });
    expect(await readAccount(organization)).toMatchObject({ plan: "pro", operation: null });
  },
);
