import { control } from "./control/router.ts";
import { homePage } from "./home-page.ts";
import { hostaway } from "./hostaway/router.ts";
import { mailbox } from "./mailbox/router.ts";
import type { World } from "./world.ts";

/** What every handler of the sandbox gets. `reset` drops all data and seeds anew, at `now` if that is given. */
export interface SandboxBindings {
  world: World;
  reset: (now?: number) => World;
}

const apps = [
  { prefix: "/hostaway/v1", app: hostaway },
  { prefix: "/control", app: control },
  { prefix: "/mailbox", app: mailbox },
];

export function app(request: Request, bindings: SandboxBindings): Response | Promise<Response> {
  const { pathname } = new URL(request.url);
  const found = apps.find(({ prefix }) => pathname === prefix || pathname.startsWith(`${prefix}/`));
  if (found) return found.app.fetch(request, bindings);
  return pathname === "/" ? homePage(bindings.world) : new Response("Not found", { status: 404 });
}
