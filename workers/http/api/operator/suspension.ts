import { createRoute, z } from "@hono/zod-openapi";
import { createApi } from "#http/hono.ts";
import { operated } from "#http/operated.ts";
import { OrgId } from "#ids.ts";
import { resumeOrganization } from "#lifecycle/resume-organization.ts";
import { suspendOrganization } from "#lifecycle/suspend-organization.ts";
import { getListed } from "#operator/get-one-organization.ts";
import { previewSuspension } from "#operator/preview-suspension.ts";
import { json, OneOrganization, refusals, toBody } from "../schemas.ts";
import { OPERATOR } from "./schemas.ts";

const ONE = `${OPERATOR}/organizations/{organization}`;

const Preview = z
  .object({
    organization: z.object({ id: OrgId, name: z.string(), suspendedAt: z.number().nullable() }),
    keys: z.number(),
    members: z.number(),
    jobs: z.number().describe("Under way"),
    mrr: z.number().describe("Cents a month that Stripe goes on billing"),
    effects: z.array(z.string()).describe("The same in words"),
  })
  .openapi("SuspensionPreview");

const preview = createRoute({
  method: "post",
  path: `${ONE}/suspend/preview`,
  summary: "What a suspension would stop, and what it would not",
  ...operated("previewSuspension"),
  request: { params: OneOrganization },
  responses: { 200: json("Nothing is changed by this", Preview), ...refusals },
});

const Suspension = z.strictObject({
  reason: z.string().trim().min(1).max(500).describe("Owners and members are told it"),
});

const suspend = createRoute({
  method: "post",
  path: `${ONE}/suspend`,
  summary: "Suspend an organization: from the next call on its keys are closed, and members only read",
  ...operated("suspendOrganization"),
  request: { params: OneOrganization, body: toBody(Suspension) },
  responses: {
    200: json(
      "Since when and why; of one that is suspended already, as it was",
      z.object({ suspendedAt: z.number(), reason: z.string() }),
    ),
    ...refusals,
  },
});

const resume = createRoute({
  method: "post",
  path: `${ONE}/resume`,
  summary: "End a suspension: the same keys work again at once",
  ...operated("resumeOrganization"),
  request: { params: OneOrganization },
  responses: { 204: { description: "Resumed" }, ...refusals },
});

export const operatorSuspension = createApi()
  .openapi(preview, async (c) => {
    const { now } = c.get("operator");
    const { organization } = c.req.valid("param");
    return c.json(Preview.parse(await previewSuspension({ env: c.env, now }, organization)), 200);
  })
  .openapi(suspend, async (c) => {
    const { now, by } = c.get("operator");
    const { id } = await getListed({ env: c.env, now }, c.req.valid("param").organization);
    return c.json(await suspendOrganization({ env: c.env, id, now, by }, c.req.valid("json")), 200);
  })
  .openapi(resume, async (c) => {
    const { now, by } = c.get("operator");
    const { id } = await getListed({ env: c.env, now }, c.req.valid("param").organization);
    await resumeOrganization({ env: c.env, id, now, by });
    return c.body(null, 204);
  });
