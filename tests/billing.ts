import { env } from "cloudflare:workers";
import type { BillingContext } from "#billing/billing-context.ts";
import { startCheckout } from "#billing/checkout/start-checkout.ts";
import { getNow } from "#lib/get-now.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { database } from "./database.ts";
import { createOrganization, getValue, type TestOrganization } from "./organization.ts";
import { createPerson } from "./person.ts";
import { createAccount } from "./sandbox.ts";
import { openShop, payCheckout, readAccount, sync } from "./stripe.ts";

/** Somebody who may do what they ask for, now. */
export async function askFor({ id }: Pick<TestOrganization, "id">): Promise<BillingContext> {
  return { env, id, now: Math.floor(await getNow(env)), by: { actor: "user:usr_owner" } };
}

interface Buying {
  plan?: "starter" | "pro" | "enterprise";
  interval?: "month" | "year";
  card?: string;
  /** The trial goes on into the subscription. */
  isInTrial?: boolean;
}

/** An organization with some active listings that has paid for a plan by way of checkout; its trial is over, so that it is charged. */
export async function createSubscriber({ plan = "starter", interval, card, isInTrial }: Buying = {}) {
  await openShop();
  const organization = await createOrganization();
  if (!isInTrial) await endTrial(organization);
  const { url } = await startCheckout(await askFor(organization), { plan, interval });
  await payCheckout(url, card);
  await sync(organization);
  const account = await readAccount(organization);
  const { customer_id: customer, subscription_id: subscription } = account;
  if (customer === null || subscription === null) throw new Error("There is no subscription.");
  return { organization, customer, subscription, listings: account.quantity ?? 0 };
}

export const endTrial = (organization: Pick<TestOrganization, "id">) => setTrialEnd(organization, 0);

export async function setTrialEnd({ id }: Pick<TestOrganization, "id">, endsAt: number): Promise<void> {
  await database
    .prepare("update billing_accounts set trial_ends_at = ? where organization_id = ?")
    .bind(endsAt, id)
    .run();
}

/** An owner with a browser, whose organization has some active listings; its trial is over. */
export async function createBillingOwner() {
  await openShop();
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const account = await createAccount();
  const credential = { accountId: account.accountId, secretKey: account.clientSecret };
  const by = { actor: "system" } as const;
  const object = getOrganization(env, id);
  getValue(await object.connectAccount(by, { connector: "hostaway", credential }));
  await endTrial({ id });
  const { listings } = getValue(await object.countListings("person"));
  const base = `/api/v1/organizations/${id}/billing`;
  return { owner, id, base, listings };
}
