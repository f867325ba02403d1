import { createRoute, z } from "@hono/zod-openapi";
import { forOrganization } from "#directory/directory.ts";
import { mayRole, type Role } from "#directory/roles.ts";
import { AuditFilter } from "#organization/audit/audit-filter.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { ActivityRow, toNamedActivity } from "./named-activity.ts";
import { json, OneOrganization, refusals } from "./schemas.ts";

const ACTIVITY = "/api/v1/organizations/{organization}/activity";

const Filter = AuditFilter.extend({
  from: z.coerce.number().int().nonnegative().optional(),
  to: z.coerce.number().int().nonnegative().optional(),
});

const Page = z.object({
  rows: z.array(ActivityRow),
  hasMore: z.boolean(),
  nextCursor: z.string().nullable().describe("Null on the last page"),
});

const list = createRoute({
  method: "get",
  path: ACTIVITY,
  operationId: "listActivity",
  summary: "List who did what, newest first",
  ...permitted({ activity: ["read"] }, { whileClosing: true }),
  request: {
    params: OneOrganization,
    query: Filter.extend({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: {
    200: json("A page of the activity", Page),
    ...refusals,
  },
});

const download = createRoute({
  method: "get",
  path: `${ACTIVITY}/export`,
  operationId: "exportActivity",
  summary: "Download the activity as CSV or JSON lines, oldest first",
  ...permitted({ activity: ["read"] }, { analytics: true }),
  request: {
    params: OneOrganization,
    query: Filter.extend({ format: z.enum(["csv", "jsonl"]).default("csv") }),
  },
  responses: { 200: { description: "The file" }, ...refusals },
});

const verify = createRoute({
  method: "get",
  path: `${ACTIVITY}/verify`,
  operationId: "verifyActivity",
  summary: "Check that no row was changed, removed or cut off",
  ...permitted({ activity: ["read"] }, { analytics: true }),
  request: { params: OneOrganization },
  responses: {
    200: json(
      "What was found; nulls mean that all is well",
      z.object({
        brokenAt: z.number().nullable(),
        missingTail: z.object({ from: z.number(), to: z.number() }).nullable(),
        checkpoint: z
          .object({ seq: z.number(), hash: z.string(), at: z.number(), count: z.number() })
          .nullable()
          .describe("The last row that retention deleted, when, and how many with it"),
      }),
    ),
    ...refusals,
  },
});

const types = { csv: "text/csv; charset=utf-8", jsonl: "application/jsonl; charset=utf-8" } as const;

/** An auditor sees what was done, not what was said in it. */
const maySeeDetails = (role: Role) => mayRole(role, { activity: ["payload"] });

export const activity = createApi()
  .openapi(list, async (c) => {
    const { organization, role } = c.get("member");
    const input = { ...c.req.valid("query"), details: maySeeDetails(role) };
    const { rows, ...page } = throwReceipt(await organization.listAudit(input));
    return c.json({ ...page, rows: await toNamedActivity(c.env.DB, rows) }, 200);
  })
  .openapi(download, async (c) => {
    const { by, organization, role } = c.get("member");
    const { format, ...filter } = c.req.valid("query");
    const input = { ...filter, format, details: maySeeDetails(role) };
    const file = throwReceipt(await organization.exportAudit(by, input));
    return c.body(file, 200, {
      "content-type": types[format],
      "content-disposition": `attachment; filename="activity.${format}"`,
    });
  })
  .openapi(verify, async (c) => {
    const { id, organization } = c.get("member");
    const expectedHead = (await forOrganization(c.env.DB, id).findAuditHead()) ?? undefined;
    return c.json(throwReceipt(await organization.verifyAudit({ expectedHead })), 200);
  });
