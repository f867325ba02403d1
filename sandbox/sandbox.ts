import { DurableObject } from "cloudflare:workers";
import { app } from "./app.ts";
import type { ClockReading } from "./clock.ts";
import { Deliverer } from "./hostaway/webhooks/deliver.ts";
import { Store } from "./store.ts";
import { Deliverer as StripeDeliverer } from "./stripe/events/deliverer.ts";
import { openWorld, resetWorld } from "./world.ts";

export interface SandboxEnv {
  SANDBOX: DurableObjectNamespace<Sandbox>;
  /** Where webhooks go instead of the network, if that is bound. */
  WEBHOOK_RECEIVER?: Fetcher;
  /** Where the product takes the webhooks of Stripe. */
  STRIPE_WEBHOOK_URL?: string;
  /** `on`: Stripe's limits hold from the beginning. */
  STRIPE_RATE_LIMITS?: string;
}

/** Everything the sandbox knows, in one object, so that every request sees the same clock and the same data. */
export class Sandbox extends DurableObject<SandboxEnv> {
  readonly #store = new Store(this.ctx.storage.sql);
  readonly #send = (url: string, init: RequestInit) =>
    (this.env.WEBHOOK_RECEIVER ?? globalThis).fetch(url, init);
  readonly #deliverer = new Deliverer(this.#send);
  readonly #stripeDeliverer = new StripeDeliverer(() => this.#world, this.#send);
  readonly #seed = {
    stripeWebhookUrl: this.env.STRIPE_WEBHOOK_URL,
    stripeRateLimits: this.env.STRIPE_RATE_LIMITS === "on",
  };
  #world = openWorld(this.#store, this.#seed);
  #alarmAt: number | null = null;

  override async fetch(request: Request): Promise<Response> {
    const response = await app(request, {
      world: this.#world,
      deliver: (account) => this.#deliverer.deliverDue(this.#world, account),
      deliverStripe: (account) => this.#stripeDeliverer.deliverDue(account),
      reset: (now) => {
        this.#world = resetWorld(this.#store, this.#seed, now);
        return this.#world;
      },
    });
    this.#world.stripe.catchUp(this.#world.clock.now());
    await this.#scheduleAlarm();
    return response;
  }

  override async alarm(): Promise<void> {
    this.#alarmAt = null;
    // Not awaited: an alarm that waits for a dead endpoint would keep the next one from the others.
    this.ctx.waitUntil(this.#stripeDeliverer.deliverDue().finally(() => this.#scheduleAlarm()));
    await this.#deliverer.deliverDue(this.#world);
    await this.#scheduleAlarm();
  }

  readClock(): ClockReading {
    return this.#world.clock.read();
  }

  /** Wakes the object when the next webhook or task is due by the sandbox's clock, which may stretch or stop time. */
  async #scheduleAlarm(): Promise<void> {
    const at = this.#nextDue();
    if (at === this.#alarmAt) return;
    this.#alarmAt = at;
    if (at === null) await this.ctx.storage.deleteAlarm();
    else await this.ctx.storage.setAlarm(at);
  }

  /** In real time. Null if nothing waits, or if it waits for a clock that stands still. */
  #nextDue(): number | null {
    const { clock, hostaway, stripe } = this.#world;
    const waiting = [hostaway.outbox.all()[0]?.dueAt, stripe.nextDueAt(), this.#stripeDeliverer.nextDueAt()];
    const dueAt = Math.min(...waiting.map((at) => at ?? Infinity));
    const { now, speed } = clock.read();
    if (dueAt === Infinity || (dueAt > now && speed === 0)) return null;
    return dueAt <= now ? Date.now() : Math.ceil(Date.now() + (dueAt - now) / speed);
  }
}
