import { WorkerEntrypoint } from "cloudflare:workers";
import { app, dashboardApp } from "./app.ts";
import { findEntitlement } from "./billing/find-entitlement.ts";
import { reportOverage } from "./billing/overage/report-overage.ts";
import { forOrganization } from "./directory/directory.ts";
import { createOAuthRecords } from "./directory/oauth-records.ts";
import { type Env, getConfig } from "./env.ts";
import { notify } from "./http/notify.ts";
import type { OrgId } from "./ids.ts";
import { runJobs } from "./jobs/run-jobs.ts";
import { createClock } from "./lib/clock.ts";
import { observeDatabase } from "./operator/observe-database.ts";
import { OrganizationObject } from "./organization/organization.ts";
import type { Ports } from "./organization/rooms.ts";
import { getUpstreamBudget } from "./upstream-budget/get-upstream-budget.ts";

export { UpstreamBudget } from "./upstream-budget/upstream-budget.ts";

export class Organization extends OrganizationObject {
  protected override createPorts(): Ports {
    const { apiUrl, keyRing, outgoingHosts, upstreams } = getConfig(this.env);
    return {
      clock: createClock(this.env.CLOCK),
      keyRing,
      apiUrl,
      upstreams,
      oauthRecords: createOAuthRecords(this.env.DB),
      fetch: (input, init) => fetch(input, init),
      getUpstreamBudget: (scope) => getUpstreamBudget(this.env, scope),
      saveAuditHead: (id, head) => forOrganization(this.env.DB, id).saveAuditHead(head),
      notify: async (event) => {
        const notifying = notify(this.env, event);
        // Beside the call that met the event: nobody waits for a mail to go out.
        if (event.kind === "connection_invalid") this.ctx.waitUntil(notifying);
        else await notifying;
      },
      reportOverage: (id, report) => reportOverage(this.env, id, report),
      outgoingHosts,
      loadDataKey: (id: OrgId) => forOrganization(this.env.DB, id).findDataKey(keyRing),
      loadPolicy: (id: OrgId) => forOrganization(this.env.DB, id).findPolicy(),
      loadEntitlement: (id: OrgId) => findEntitlement(this.env.DB, id),
    };
  }
}

/** How the dashboard reaches the API: through its service binding only. */
export class Dashboard extends WorkerEntrypoint<Env> {
  override fetch(request: Request) {
    return dashboardApp.fetch(request, observeDatabase(this.env), this.ctx);
  }
}

export default {
  fetch: (request, env, ctx) => app.fetch(request, observeDatabase(env), ctx),
  scheduled: ({ scheduledTime }, env) => runJobs(observeDatabase(env), scheduledTime),
} satisfies ExportedHandler<Env>;
