import { z } from "zod";
import type { Database } from "../core/database.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { settingsOf } from "../faults/settings.ts";
import { listFields, Text } from "../wire/parameters.ts";
import { matches } from "./matches.ts";
import { type Fields, parseQuery } from "./parse-query.ts";

const Params = z.strictObject({ limit: listFields.limit, page: Text.optional(), query: Text });

/** Before the other endpoints, whose `/v1/customers/:customer` would take the word for an id. */
export const searchEndpoints = [
  searchOf("customers", { created: "number", email: "string", name: "string", phone: "string" }),
  searchOf("invoices", {
    created: "number",
    currency: "token",
    customer: "token",
    number: "token",
    receipt_number: "token",
    status: "token",
    total: "number",
  }),
  searchOf("prices", {
    active: "token",
    currency: "token",
    lookup_key: "token",
    product: "token",
    type: "token",
  }),
  searchOf("products", {
    active: "token",
    description: "string",
    name: "string",
    shippable: "token",
    url: "string",
  }),
  searchOf("subscriptions", { canceled_at: "number", created: "number", status: "token" }),
];

/** What was written within the last seconds is not found yet, or as it was before. */
function searchOf(resource: keyof Database["search"], fields: Fields) {
  const url = `/v1/${resource}/search` as const;
  return endpoint("GET", url, Params, (ctx, { limit, page, query: text }) => {
    const query = parseQuery(text, fields);
    const seenAt = ctx.wall() - settingsOf(ctx.db).search_lag_seconds;
    const found = ctx.db.search[resource].find(seenAt, (item) => matches(item, query));
    const start = page === undefined ? 0 : toStart(page);
    const has_more = found.length > start + limit;
    const next_page = has_more ? btoa(String(start + limit)) : null;
    return { object: "search_result", url, has_more, next_page, data: found.slice(start, start + limit) };
  });
}

function toStart(page: string): number {
  const start = /^[A-Za-z\d+/]+={0,2}$/.test(page) && page.length % 4 === 0 ? Number(atob(page)) : Number.NaN;
  if (!Number.isSafeInteger(start) || start < 0) throw invalidRequest("Invalid page", { param: "page" });
  return start;
}
