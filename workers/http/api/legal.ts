import { createRoute, z } from "@hono/zod-openapi";
import { getConfig } from "#env.ts";
import { Block } from "#lib/markdown/blocks.ts";
import { getLegalText, LegalPage } from "#operator/get-legal-text.ts";
import { createApi } from "../hono.ts";
import { json, refusals } from "./schemas.ts";

const route = createRoute({
  method: "get",
  path: "/api/v1/legal/{page}",
  operationId: "getLegalText",
  summary: "Read the operator's privacy policy or terms",
  security: [],
  request: { params: z.object({ page: LegalPage }) },
  responses: {
    200: json(
      "The text, block by block",
      z.object({
        isFinished: z
          .boolean()
          .describe("False: it is still Latchkey's template, or lacks who the operator is"),
        blocks: z.array(Block),
      }),
    ),
    ...refusals,
  },
});

/** Open to everybody: people read it before they sign up. */
export const legal = createApi().openapi(route, (c) => {
  const { page } = c.req.valid("param");
  return c.json(getLegalText(page, getConfig(c.env).operator), 200);
});
