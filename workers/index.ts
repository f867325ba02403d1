import { WorkerEntrypoint } from "cloudflare:workers";
import { app, dashboardApp } from "./app.ts";
import { forOrganization } from "./directory/directory.ts";
import { type Env, getConfig } from "./env.ts";
import { notify } from "./http/notify.ts";
import type { OrgId } from "./ids.ts";
import { runJobs } from "./jobs/run-jobs.ts";
import { createClock } from "./lib/clock.ts";
import { OrganizationObject } from "./organization/organization.ts";
import type { Ports } from "./organization/rooms.ts";
import { getUpstreamBudget } from "./upstream-budget/get-upstream-budget.ts";

export { UpstreamBudget } from "./upstream-budget/upstream-budget.ts";

export class Organization extends OrganizationObject {
  protected override createPorts(): Ports {
    const { apiUrl, keyRing, upstreams } = getConfig(this.env);
    return {
      clock: createClock(this.env.CLOCK),
      keyRing,
      apiUrl,
      upstreams,
      fetch: (input, init) => fetch(input, init),
      getUpstreamBudget: (scope) => getUpstreamBudget(this.env, scope),
      saveAuditHead: (id, head) => forOrganization(this.env.DB, id).saveAuditHead(head),
      // Beside the call that met the event: nobody waits for a mail to go out.
      notify: async (event) => this.ctx.waitUntil(notify(this.env, event)),
      loadDataKey: (id: OrgId) => forOrganization(this.env.DB, id).findDataKey(keyRing),
      loadPolicy: (id: OrgId) => forOrganization(this.env.DB, id).findPolicy(),
    };
  }
}

/** How the dashboard reaches the API: through its service binding only. */
export class Dashboard extends WorkerEntrypoint<Env> {
  override fetch(request: Request) {
    return dashboardApp.fetch(request, this.env, this.ctx);
  }
}

export default {
  fetch: app.fetch,
  scheduled: (_controller, env) => runJobs(env),
} satisfies ExportedHandler<Env>;
