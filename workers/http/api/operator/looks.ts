import { createRoute, z } from "@hono/zod-openapi";
import { ListLooks, listLooks } from "#directory/operator/list-looks.ts";
import { createApi } from "#http/hono.ts";
import { operated } from "#http/operated.ts";
import { json, refusals } from "../schemas.ts";
import { NextCursor, OPERATOR } from "./schemas.ts";

const Look = z
  .object({
    id: z.string(),
    at: z.number(),
    userId: z.string(),
    email: z.string(),
    operation: z.string().describe("As this document names it"),
    target: z.string().nullable(),
    ip: z.string().nullable(),
  })
  .openapi("OperatorLook");

const list = createRoute({
  method: "get",
  path: `${OPERATOR}/looks`,
  summary: "List what operators looked at and did, the latest first",
  ...operated("listOperatorLooks"),
  request: { query: ListLooks },
  responses: {
    200: json("A page", z.object({ looks: z.array(Look), nextCursor: NextCursor })),
    ...refusals,
  },
});

export const operatorLooks = createApi().openapi(list, async (c) =>
  c.json(await listLooks(c.env.DB, c.req.valid("query")), 200),
);
