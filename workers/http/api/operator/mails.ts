import { createRoute, z } from "@hono/zod-openapi";
import { ListMails, listMails } from "#directory/operator/list-mails.ts";
import { createApi } from "#http/hono.ts";
import { operated } from "#http/operated.ts";
import { retryMail } from "#operator/retry-mail.ts";
import { json, refusals } from "../schemas.ts";
import { OPERATOR, OperatorMail } from "./schemas.ts";

const list = createRoute({
  method: "get",
  path: `${OPERATOR}/mails`,
  summary: "List mail that failed or waits, newest first: to whom and about what, never what it says",
  ...operated("listOperatorMails"),
  request: { query: ListMails },
  responses: { 200: json("The mail", z.object({ mails: z.array(OperatorMail) })), ...refusals },
});

const retry = createRoute({
  method: "post",
  path: `${OPERATOR}/mails/{mail}/retry`,
  summary: "Try once more to send a message",
  ...operated("retryOperatorMail"),
  request: { params: z.object({ mail: z.coerce.number().int().positive() }) },
  responses: {
    200: json("Whether the provider took it", z.object({ sent: z.boolean() })),
    ...refusals,
  },
});

export const operatorMails = createApi()
  .openapi(list, async (c) => {
    const mails = await listMails(c.env.DB, c.req.valid("query"));
    return c.json({ mails: z.array(OperatorMail).parse(mails) }, 200);
  })
  .openapi(retry, async (c) => {
    const { now } = c.get("operator");
    return c.json(await retryMail({ env: c.env, now }, c.req.valid("param").mail), 200);
  });
