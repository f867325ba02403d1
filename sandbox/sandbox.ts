import { DurableObject } from "cloudflare:workers";
import { app } from "./app.ts";
import type { ClockReading } from "./clock.ts";
import { Store } from "./store.ts";
import { openWorld, resetWorld } from "./world.ts";

export interface SandboxEnv {
  SANDBOX: DurableObjectNamespace<Sandbox>;
}

/** Everything the sandbox knows, in one object, so that every request sees the same clock and the same data. */
export class Sandbox extends DurableObject<SandboxEnv> {
  readonly #store = new Store(this.ctx.storage.sql);
  #world = openWorld(this.#store);

  override fetch(request: Request): Response | Promise<Response> {
    return app(request, {
      world: this.#world,
      reset: (now) => {
        this.#world = resetWorld(this.#store, now);
        return this.#world;
      },
    });
  }

  readClock(): ClockReading {
    return this.#world.clock.read();
  }
}
