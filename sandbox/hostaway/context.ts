import type { Context } from "hono";
import type { SandboxBindings } from "#sandbox/app.ts";
import type { Account } from "./account.ts";
import type { HostawaySettings } from "./settings.ts";

export interface HostawayEnv {
  Bindings: SandboxBindings;
  Variables: {
    /** Who this seems to be from, by the token or the client id it names: not yet proven. Null if nobody known. */
    claimedAccount: string | null;
    settings: HostawaySettings;
    /** Set once the token is proven. */
    account: Account;
  };
}

export type HostawayContext = Context<HostawayEnv>;

/** The path below the API's base. */
export const pathOf = (c: HostawayContext) => c.req.path.slice("/hostaway/v1".length);
