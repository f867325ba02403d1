import type { Account } from "#sandbox/hostaway/account.ts";
import type { World } from "#sandbox/world.ts";
import { type Send, sendDelivery } from "./send.ts";
import type { Delivery, Webhook, WebhookLog } from "./webhook.ts";

const minute = 60_000;
/** Three more tries, within an hour of the first. */
const retryDelays = [minute, 7 * minute, 49 * minute];
const disabledAfter = 5 * 24 * 60 * minute;

/** Makes the requests that are due: one after the other to a webhook, side by side to different ones. */
export class Deliverer {
  readonly #send: Send;
  readonly #lines = new Map<string, Promise<void>>();

  constructor(send: Send) {
    this.#send = send;
  }

  /** Done when all that was due, of one account or of all, has been answered or given up. */
  async deliverDue(world: World, account?: string): Promise<void> {
    const due = dueIn(world).filter((delivery) => account === undefined || delivery.account === account);
    const lines = new Map(due.map((delivery) => [lineOf(delivery), delivery]));
    for (const [name, { account: accountId, webhookId }] of lines) {
      this.#queue(name, () => this.#deliverAll(world, accountId, webhookId));
    }
    const isWanted = (name: string) => account === undefined || name.startsWith(`${account} `);
    await Promise.all([...this.#lines].map(([name, line]) => isWanted(name) && line));
  }

  #queue(name: string, work: () => Promise<void>): void {
    const line = (this.#lines.get(name) ?? Promise.resolve()).then(work).finally(() => {
      if (this.#lines.get(name) === line) this.#lines.delete(name);
    });
    this.#lines.set(name, line);
  }

  async #deliverAll(world: World, accountId: string, webhookId: number): Promise<void> {
    const next = () =>
      dueIn(world).find((delivery) => delivery.account === accountId && delivery.webhookId === webhookId);
    for (let delivery = next(); delivery; delivery = next()) {
      const account = world.hostaway.accounts.find(accountId);
      const webhook = account?.webhooks.find(webhookId);
      if (!account || !webhook?.isEnabled) world.hostaway.outbox.remove(delivery);
      else
        settle(
          world,
          account,
          delivery,
          await sendDelivery({ world, account, webhook, delivery, send: this.#send }),
        );
    }
  }
}

const lineOf = ({ account, webhookId }: Delivery) => `${account} ${webhookId}`;

function dueIn({ clock, hostaway }: World): Delivery[] {
  const now = clock.now();
  return hostaway.outbox.all().filter(({ dueAt }) => dueAt <= now);
}

function settle(world: World, account: Account, delivery: Delivery, { responseStatus }: WebhookLog): void {
  const webhook = account.webhooks.find(delivery.webhookId);
  const isReceived = responseStatus !== null && responseStatus >= 200 && responseStatus < 300;
  if (webhook && isReceived) account.webhookHealth.put({ id: webhook.id, failingSince: null });
  if (webhook && !isReceived) fail(world, account, webhook, delivery, responseStatus);
  else world.hostaway.outbox.remove(delivery);
}

/** No answer, a server's error or too many requests is tried again; what else is refused is lost. */
function fail(
  world: World,
  account: Account,
  webhook: Webhook,
  delivery: Delivery,
  status: number | null,
): void {
  const { outbox } = world.hostaway;
  const isTransient = status === null || status >= 500 || status === 429;
  const retryDelay = isTransient ? retryDelays[delivery.failures] : undefined;
  noteFailure(world, account, webhook);
  if (retryDelay === undefined) {
    outbox.remove(delivery);
    mailAlert(world, account, webhook, delivery);
  } else {
    outbox.put({ ...delivery, failures: delivery.failures + 1, dueAt: world.clock.now() + retryDelay });
  }
}

/** Five days without a success disable a webhook. */
function noteFailure({ clock }: World, account: Account, webhook: Webhook): void {
  const now = clock.now();
  const failingSince = account.webhookHealth.find(webhook.id)?.failingSince ?? now;
  account.webhookHealth.put({ id: webhook.id, failingSince });
  if (now - failingSince >= disabledAfter) account.webhooks.put({ ...webhook, isEnabled: 0 });
}

function mailAlert(world: World, account: Account, webhook: Webhook, { event, objectId }: Delivery): void {
  world.mails.capture(
    {
      from: "alerts@hostaway.example",
      to: [webhook.alertingEmailAddress ?? `owner-${account.id}@hosts.example.com`],
      subject: "A webhook could not be delivered",
      text: `${event} of ${objectId} did not get through to ${webhook.url}.`,
      html: null,
      headers: {},
    },
    world.clock.now(),
  );
}
