import { createRoute } from "@hono/zod-openapi";
import { forOrganization } from "#directory/directory.ts";
import { exportRows } from "#directory/export-rows.ts";
import { joinStreams } from "#lib/join-streams.ts";
import { streamText } from "#lib/stream-text.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { OneOrganization, refusals } from "./schemas.ts";

const download = createRoute({
  method: "get",
  path: "/api/v1/organizations/{organization}/export",
  operationId: "exportOrganization",
  summary: "Download everything that the organization owns as JSON lines, without secrets",
  ...permitted({ organization: ["delete"] }, { analytics: true, whileClosing: true }),
  request: { params: OneOrganization },
  responses: { 200: { description: "The file: one thing on each line, which says its `kind`" }, ...refusals },
});

export const organizationExport = createApi().openapi(download, async (c) => {
  const { by, id, organization } = c.get("member");
  const people = await exportRows(forOrganization(c.env.DB, id));
  const owned = throwReceipt(await organization.exportOrganization(by));
  return c.body(joinStreams([streamText(people), owned]), 200, {
    "content-type": "application/jsonl; charset=utf-8",
    "content-disposition": 'attachment; filename="organization.jsonl"',
  });
});
