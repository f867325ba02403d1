import { DurableObject } from "cloudflare:workers";
import { app } from "./app.ts";
import type { ClockReading } from "./clock.ts";
import { Deliverer } from "./hostaway/webhooks/deliver.ts";
import { Store } from "./store.ts";
import { openWorld, resetWorld } from "./world.ts";

export interface SandboxEnv {
  SANDBOX: DurableObjectNamespace<Sandbox>;
  /** Where webhooks go instead of the network, if that is bound. */
  WEBHOOK_RECEIVER?: Fetcher;
}

/** Everything the sandbox knows, in one object, so that every request sees the same clock and the same data. */
export class Sandbox extends DurableObject<SandboxEnv> {
  readonly #store = new Store(this.ctx.storage.sql);
  readonly #deliverer = new Deliverer((url, init) =>
    (this.env.WEBHOOK_RECEIVER ?? globalThis).fetch(url, init),
  );
  #world = openWorld(this.#store);
  #alarmAt: number | null = null;

  override async fetch(request: Request): Promise<Response> {
    const response = await app(request, {
      world: this.#world,
      deliver: (account) => this.#deliverer.deliverDue(this.#world, account),
      reset: (now) => {
        this.#world = resetWorld(this.#store, now);
        return this.#world;
      },
    });
    await this.#scheduleDelivery();
    return response;
  }

  override async alarm(): Promise<void> {
    this.#alarmAt = null;
    await this.#deliverer.deliverDue(this.#world);
    await this.#scheduleDelivery();
  }

  readClock(): ClockReading {
    return this.#world.clock.read();
  }

  /** Wakes the object when the next webhook is due by the sandbox's clock, which may stretch or stop time. */
  async #scheduleDelivery(): Promise<void> {
    const at = this.#nextDelivery();
    if (at === this.#alarmAt) return;
    this.#alarmAt = at;
    if (at === null) await this.ctx.storage.deleteAlarm();
    else await this.ctx.storage.setAlarm(at);
  }

  /** In real time. Null if nothing waits, or if it waits for a clock that stands still. */
  #nextDelivery(): number | null {
    const { clock, hostaway } = this.#world;
    const [next] = hostaway.outbox.all();
    const { now, speed } = clock.read();
    if (!next || (next.dueAt > now && speed === 0)) return null;
    return next.dueAt <= now ? Date.now() : Math.ceil(Date.now() + (next.dueAt - now) / speed);
  }
}
