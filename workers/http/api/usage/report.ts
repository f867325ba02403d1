import { createRoute, z } from "@hono/zod-openapi";
import { findListingCount } from "#billing/find-listing-count.ts";
import { forOrganization } from "#directory/directory.ts";
import { listMembers } from "#directory/team/list-members.ts";
import { getConfig } from "#env.ts";
import { createApi } from "#http/hono.ts";
import { permitted } from "#http/permitted.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { ReportUsage } from "#organization/usage/get-usage-report.ts";
import { json, OneOrganization, refusals } from "../schemas.ts";
import { ErrorRow, Latency, Overview, Row, Totals, USAGE } from "./schemas.ts";

const Report = z
  .object({
    overview: Overview,
    totals: Totals,
    rows: z.array(Row).describe("By day or hour, oldest first"),
    tools: z.array(Row),
    keys: z.array(Row.extend({ name: z.string().nullable(), masked: z.string().nullable() })),
    members: z.array(
      Row.extend({ name: z.string().nullable().describe("Null: of no member, or of one who has left") }),
    ),
    connectors: z.array(Row),
    errors: z.array(ErrorRow.extend({ url: z.url().describe("Where the code is explained") })),
    latency: Latency,
  })
  .openapi("UsageReport");

const get = createRoute({
  method: "get",
  path: `${USAGE}/report`,
  operationId: "getUsageReport",
  summary: "See everything about usage at once, as it was at one moment",
  ...permitted({ usage: ["read"] }, { analytics: true }),
  request: { params: OneOrganization, query: ReportUsage },
  responses: { 200: json("The report; each list as it is when asked for alone", Report), ...refusals },
});

export const usageReport = createApi().openapi(get, async (c) => {
  const { id, organization } = c.get("member");
  const [active, people, result] = await Promise.all([
    findListingCount(c.env.DB, id),
    listMembers(forOrganization(c.env.DB, id)),
    organization.getUsageReport(c.req.valid("query")),
  ]);
  const { overview, members, errors, ...report } = throwReceipt(result);
  const { apiUrl } = getConfig(c.env);
  const { servedListings: served, ...rest } = overview;
  const names = new Map<string | null, string>(people.map(({ userId, name }) => [userId, name]));
  return c.json(
    {
      ...report,
      overview: { ...rest, listings: { active, served } },
      errors: errors.map((row) => ({ ...row, url: `${apiUrl}/docs/errors/${row.code}` })),
      members: members.map((row) => ({ ...row, name: names.get(row.group) ?? null })),
    },
    200,
  );
});
