import type Stripe from "stripe";
import { plans } from "../plans.ts";
import { type ItemKind, listPricedItems, toProductId } from "../prices.ts";
import { findOrNull } from "./find-or-null.ts";
import type { Put } from "./set-up-stripe.ts";

const names = {
  base: "plan",
  listing: "active listing",
  overage: "tool call over the quota",
} as const satisfies Record<ItemKind["kind"], string>;

/** Each under an id of our choice, which is how its invoice lines are known again. */
export async function putProducts(stripe: Stripe): Promise<Put[]> {
  const items = new Map(listPricedItems().map((item) => [toProductId(item), item]));
  const puts: Put[] = [];
  for (const [id, item] of items) puts.push(await putProduct(stripe, id, item));
  return puts;
}

async function putProduct(stripe: Stripe, id: string, { plan, kind }: ItemKind): Promise<Put> {
  const name = `Latchkey ${plans[plan].name}: ${names[kind]}`;
  const what = `product ${name}`;
  const found = await findOrNull(stripe.products.retrieve(id));
  if (found === null) {
    await stripe.products.create({ id, name });
    return { what, id, outcome: "made" };
  }
  if (found.name === name && found.active) return { what, id, outcome: "kept" };
  await stripe.products.update(id, { name, active: true });
  return { what, id, outcome: "changed" };
}
