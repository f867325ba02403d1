import { catcher } from "./catcher/router.ts";
import { conformance } from "./conformance/router.ts";
import { control } from "./control/router.ts";
import { homePage } from "./home-page.ts";
import { hostaway } from "./hostaway/router.ts";
import { identityProvider } from "./identity-provider/router.ts";
import { mailbox } from "./mailbox/router.ts";
import { oauthClients } from "./oauth-clients/router.ts";
import { stripePages } from "./stripe/pages/router.ts";
import { stripe } from "./stripe/router.ts";
import type { World } from "./world.ts";

/** What every handler of the sandbox gets. */
export interface SandboxBindings {
  world: World;
  /** Drops all data and seeds anew, at `now` if that is given. */
  reset: (now?: number) => World;
  /** Makes the webhook requests that are due, of one account or of all, and waits for their answers. */
  deliver: (account?: string) => Promise<void>;
  /** The same of the Stripe stand-in. */
  deliverStripe: (account?: string) => Promise<void>;
}

const apps = [
  { prefix: "/hostaway/v1", app: hostaway },
  { prefix: "/control", app: control },
  { prefix: "/mailbox", app: mailbox },
  { prefix: "/catcher", app: catcher },
  { prefix: "/conformance", app: conformance },
  { prefix: "/identity-provider", app: identityProvider },
  { prefix: "/oauth-clients", app: oauthClients },
  // At the root, as the official clients expect it of any address they are pointed at.
  { prefix: "/v1", app: stripe },
  { prefix: "/v2", app: stripe },
  { prefix: "/stripe", app: stripePages },
];

export function app(request: Request, bindings: SandboxBindings): Response | Promise<Response> {
  const { pathname } = new URL(request.url);
  const found = apps.find(({ prefix }) => pathname === prefix || pathname.startsWith(`${prefix}/`));
  if (found) return found.app.fetch(request, bindings);
  return pathname === "/" ? homePage(bindings.world) : new Response("Not found", { status: 404 });
}
