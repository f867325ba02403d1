import { createRoute, z } from "@hono/zod-openapi";
import { consumeRate } from "#directory/consume-rate.ts";
import { getConfig } from "#env.ts";
import { listErrorCodes } from "#errors.ts";
import { getNow } from "#lib/get-now.ts";
import { examineKey } from "../doctor/examine-key.ts";
import { runDoctor } from "../doctor/run-doctor.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { ErrorBody, json, OneOrganization, refusals, toBody } from "./schemas.ts";

const RATE = { requests: 10, seconds: 60 };

const Diagnosis = z
  .object({
    ok: z.boolean(),
    verdict: z.object({
      title: z.string(),
      message: z.string(),
      whoCanFix: ErrorBody.shape.error.shape.whoCanFix.nullable(),
      code: z.enum(listErrorCodes()).nullable(),
    }),
    steps: z
      .array(
        z.object({
          name: z.string(),
          request: z.object({
            method: z.string(),
            url: z.string(),
            headers: z.record(z.string(), z.string()).describe("With the key masked"),
            body: z.string(),
          }),
          status: z.number(),
          durationMs: z.number(),
          response: z.string().describe("At most 4 kB; of a tool's result only how much it is"),
          ok: z.boolean(),
          problem: z.string().nullable(),
        }),
      )
      .describe("What was asked, up to the first that did not succeed; none where the key itself is wrong"),
  })
  .openapi("Diagnosis");

const run = createRoute({
  method: "post",
  path: "/api/v1/organizations/{organization}/doctor",
  operationId: "runDoctor",
  summary: "Try a key as an assistant would, and say what is wrong; the tool call counts like any other",
  ...permitted({ key: ["read"] }),
  request: { params: OneOrganization, body: toBody(z.object({ key: z.string().min(1).max(500) })) },
  responses: { 200: json("What was found; the key is nowhere in it", Diagnosis), ...refusals },
});

export const doctor = createApi().openapi(run, async (c) => {
  const { by, id, userId } = c.get("member");
  const { key } = c.req.valid("json");
  await consumeRate(c.env.DB, `doctor/${userId}`, RATE, await getNow(c.env));
  const verdict = examineKey(key, id, getConfig(c.env).keyRing);
  if (verdict !== null) return c.json({ ok: false, verdict, steps: [] }, 200);
  return c.json(await runDoctor({ env: c.env, key, ip: by.ip, userAgent: by.userAgent }), 200);
});
