import { createRoute, z } from "@hono/zod-openapi";
import { getUpcoming } from "#billing/invoices/get-upcoming.ts";
import { createApi } from "#http/hono.ts";
import { permitted } from "#http/permitted.ts";
import { toContext } from "#http/to-context.ts";
import { json, OneOrganization, refusals } from "../schemas.ts";
import { BillLine } from "./bill-line.ts";

const Upcoming = z
  .object({
    upcoming: z
      .object({
        currency: z.string(),
        at: z.number().describe("When it will be made"),
        total: z.number().describe("Cents, as all amounts"),
        amountDue: z.number().describe("After the customer's credit"),
        startingBalance: z.number().describe("What the customer has in hand; a credit is negative"),
        lines: z.array(BillLine),
        prorations: z.array(BillLine),
      })
      .nullable()
      .describe("Null where nothing will be billed"),
    projected: z
      .object({
        currency: z.string(),
        total: z.number(),
        periodStart: z.number().nullable(),
        periodEnd: z.number().nullable(),
        quantity: z.number().describe("Listings that are billed so far"),
        listings: z.number().nullable().describe("As they were counted last"),
        listingsCountedAt: z.number().nullable(),
        overage: z.object({ calls: z.number(), amount: z.number() }).describe("Beyond the quota, so far"),
      })
      .nullable()
      .describe("What it will come to if listings stay as they were counted last"),
  })
  .openapi("UpcomingInvoice");

const get = createRoute({
  method: "get",
  path: "/api/v1/organizations/{organization}/billing/upcoming",
  operationId: "getUpcomingInvoice",
  summary: "What the next invoice will have, and what the month will come to",
  ...permitted({ billing: ["read"] }),
  request: { params: OneOrganization },
  responses: { 200: json("The next invoice", Upcoming), ...refusals },
});

export const upcoming = createApi().openapi(get, async (c) => {
  return c.json(await getUpcoming(toContext(c)), 200);
});
