import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { z } from "zod";
import { reconcileAccount } from "#billing/reconcile/reconcile-account.ts";
import { getNow } from "#lib/get-now.ts";
import { database } from "#tests/database.ts";
import { fetchApi, getValue, type TestOrganization } from "#tests/organization.ts";
import { control } from "#tests/sandbox.ts";
import { readAccount, stripe } from "#tests/stripe.ts";
import { createWorld, flows, others, starts, type World } from "#tests/stripe-flows.ts";
import { isHandled } from "./event-types.ts";

const Events = z.object({ events: z.array(z.looseObject({ id: z.string(), type: z.string() })) });

/** A seeded sequence of numbers from 0 to below 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle<Item>(items: Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** What was told of the customer and not delivered yet, oldest first. */
async function listNews({ customer, delivered }: World): Promise<object[]> {
  const { events } = Events.parse(await control("GET", "/stripe/events"));
  const news = events.filter(
    (event) => isHandled(event.type) && !delivered.has(event.id) && JSON.stringify(event).includes(customer),
  );
  for (const { id } of news) delivered.add(id);
  return news;
}

async function deliver(event: object): Promise<void> {
  const payload = JSON.stringify(event);
  for (;;) {
    const timestamp = Math.floor((await getNow(env)) / 1_000);
    const secret = "whsec_latchkeysandbox";
    const signature = await stripe.webhooks.generateTestHeaderStringAsync({ payload, secret, timestamp });
    const headers = { "stripe-signature": signature };
    const { status } = await fetchApi("/webhooks/stripe", { method: "POST", headers, body: payload });
    if (status === 200) return;
    // Its double is in hand: Stripe would come again.
    if (status !== 409) throw new Error(`The webhook answered ${status}.`);
  }
}

/** What must come out the same. Ids and addresses are each customer's own. */
async function getOutcome({ organization }: World) {
  const account = await readAccount(organization);
  const { version: _, ...entitlement } = getValue(await organization.object.getEntitlement());
  const names =
    "plan status subscription_status interval quantity period_start period_end cancel_at ended_at next_plan next_at former_plan archived_at kept_until mrr";
  const { results } = await database
    .prepare(
      "select status, reason, total, amount_paid, attempts, quantity from invoices where organization_id = ? order by created_at, total, id",
    )
    .bind(organization.id)
    .all();
  return {
    account: Object.fromEntries(names.split(" ").map((name) => [name, account[name]])),
    isOpen: account.open_invoice_id !== null,
    entitlement,
    invoices: results,
  };
}

async function reconcile({ id }: TestOrganization): Promise<void> {
  await reconcileAccount({ env, id, now: await getNow(env), by: { actor: "system" } });
}

/** The flows that happened in some story: a story in which all is refused would prove nothing. */
const happened = new Set<string>();

async function happen(world: World, name: string): Promise<void> {
  try {
    await flows[name]?.(world);
    happened.add(name);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
  }
}

test.each([1, 2, 3, 4, 5, 6])(
  "what happens when events come in any order, doubled, late or never (seed %i): the state is as if all had come in order",
  async (seed) => {
    const random = chance(seed);
    const [inOrder, inDisorder] = await Promise.all([createWorld(), createWorld()]);
    const story = [starts[seed % starts.length] ?? "subscribe", ...shuffle(others, random)];
    // Where all arrive at last, nothing else may be needed.
    const isLossy = seed % 2 === 1;
    let waiting: object[] = [];
    const done: object[] = [];
    for (const name of story) {
      for (const world of [inOrder, inDisorder]) await happen(world, name);
      for (const event of await listNews(inOrder)) await deliver(event);
      const news = (await listNews(inDisorder)).filter(() => !isLossy || random() > 0.2);
      const pending = shuffle([...waiting, ...news, ...news.filter(() => random() > 0.7)], random);
      const now = pending.slice(0, Math.ceil(pending.length / 2));
      waiting = pending.slice(now.length);
      await Promise.all(now.map(deliver));
      done.push(...now);
    }
    await Promise.all([...waiting, ...shuffle(done, random).slice(0, 3)].map(deliver));
    if (isLossy) await reconcile(inDisorder.organization);
    expect(await getOutcome(inDisorder)).toEqual(await getOutcome(inOrder));
  },
  120_000,
);

test("each flow happened in one of these stories", () => {
  expect([...happened].sort()).toEqual(Object.keys(flows).sort());
});
