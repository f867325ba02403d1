import { createRoute } from "@hono/zod-openapi";
import { getConfig } from "#env.ts";
import { parseBody } from "#lib/parse-body.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { listTools, type ToolEntry } from "#organization/tools/tool-table.ts";
import { createApi } from "../hono.ts";
import { readBody } from "../read-body.ts";
import { readKey } from "../read-credential.ts";
import { refusal, security } from "./schemas.ts";

/** The REST twin of `tools/call`: one operation per tool in the OpenAPI document, one handler for all of them. */
export const tools = createApi();

for (const entry of listTools()) tools.openAPIRegistry.registerPath(toRoute(entry));

tools.post("/api/v1/tools/:name", async (c) => {
  const { key, organization } = readKey(c.req.raw.headers, getConfig(c.env).keyRing);
  const result = await getOrganization(c.env, organization).callTool({
    key,
    name: c.req.param("name"),
    args: parseArguments(await readBody(c.req.raw)),
    ip: c.req.header("cf-connecting-ip"),
    userAgent: c.req.header("user-agent"),
  });
  const { json, provenance } = throwReceipt(result);
  const { asOf, waitedMs } = provenance;
  if (asOf !== undefined) c.header("x-latchkey-as-of", asOf);
  if (waitedMs !== undefined) c.header("x-latchkey-waited-ms", String(waitedMs));
  return c.body(json, 200, { "content-type": "application/json" });
});

function parseArguments(body: string): unknown {
  return body === "" ? {} : parseBody(body);
}

function toRoute({ tool, input, output }: ToolEntry) {
  return createRoute({
    method: "post",
    path: `/api/v1/tools/${tool.name}`,
    operationId: tool.name,
    summary: tool.title,
    description: tool.description,
    tags: [tool.toolset],
    security,
    request: { body: { required: true, content: { "application/json": { schema: input } } } },
    responses: {
      200: { description: tool.title, content: { "application/json": { schema: output } } },
      ...Object.fromEntries([400, 401, 402, 403, 404, 409, 429, 502].map((status) => [status, refusal])),
    },
  });
}
