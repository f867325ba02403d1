import type { z } from "zod";
import type { UpstreamFetch, UpstreamRequest } from "#connectors/define-connector.ts";
import type { Tool } from "#connectors/define-tool.ts";
import { AppError } from "#errors.ts";
import { redact } from "#lib/redact.ts";
import { HostawayClient } from "./client.ts";

/** Sunday, 22 November 2026, at noon. */
export const NOW = Date.UTC(2026, 10, 22, 12);

type Query = NonNullable<UpstreamRequest["query"]>;
type Routes = Record<string, unknown>;

/**
 * Stands in for the fetch of a connection. A route is an answer, or a function from query and body to one; one named
 * with a method, such as `PUT /tasks/1`, answers that method only.
 */
export function fakeUpstream(routes: Routes) {
  const calls: { path: string; query: Query; request: UpstreamRequest }[] = [];
  const fetch: UpstreamFetch = async (path, request = {}) => {
    const query = request.query ?? {};
    calls.push({ path, query, request });
    const address = [`${request.method ?? "GET"} ${path}`, path].find((name) => name in routes);
    if (address === undefined) throw new AppError("not_found");
    const route = routes[address];
    return typeof route === "function" ? route(query, request.body) : structuredClone(route);
  };
  return { calls, client: new HostawayClient(fetch) };
}

export type FakeUpstream = ReturnType<typeof fakeUpstream>;

/** Calls a tool as the product does: arguments and answer go through its schemas, absent values are dropped. */
export async function runTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<HostawayClient, Input, Output>,
  { client }: FakeUpstream,
  args: z.input<Input>,
): Promise<z.output<Output>> {
  const answer = await tool.run({
    client,
    input: tool.input.parse(args),
    cursors: {
      read: (cursor, state) => state.parse(JSON.parse(cursor)),
      write: (state) => JSON.stringify(state),
    },
    now: NOW,
    progress: () => {},
    signal: new AbortController().signal,
  });
  return tool.output.parse(redact(answer));
}

export const one = (result: unknown) => ({ status: "success", result });

/** A list paged by offset. */
export const pagedList =
  (rows: unknown[], extra: object = {}) =>
  (query: Query) => {
    const { limit, offset } = toRange(query);
    return { status: "success", result: rows.slice(offset, offset + limit), count: rows.length, ...extra };
  };

/** A list paged by `afterId`, in the order given. */
export const cursorList =
  (rows: { id: number | string }[], extra: object = {}) =>
  (query: Query) => {
    const start =
      query.afterId === undefined ? 0 : rows.findIndex(({ id }) => Number(id) === query.afterId) + 1;
    const result = rows.slice(start, start + toRange(query).limit);
    return { status: "success", result, count: rows.length, ...extra };
  };

const toRange = ({ limit = 100, offset = 0 }: Query) => ({ limit: Number(limit), offset: Number(offset) });

export const listing = (id: number, fields: object = {}) => ({
  id,
  name: `House ${id}`,
  externalListingName: `House ${id}`,
  city: "Miami",
  country: "United States",
  countryCode: "US",
  price: 250,
  currencyCode: "USD",
  personCapacity: 6,
  bedroomsNumber: 3,
  bathroomsNumber: 2,
  specialStatus: null,
  ...fields,
});

export const reservation = (id: number, fields: object = {}) => ({
  id,
  listingMapId: 1,
  listingName: "House 1",
  channelId: 2018,
  channelName: "airbnbOfficial",
  status: "new",
  reservationDate: "2026-06-10 10:41:10",
  guestName: "Ann Example",
  guestEmail: "ann@example.test",
  numberOfGuests: 2,
  arrivalDate: "2026-12-10",
  departureDate: "2026-12-13",
  nights: 3,
  totalPrice: 600,
  currency: "USD",
  ...fields,
});

export const message = (id: number, fields: object = {}) => ({
  id,
  body: `Message ${id}`,
  communicationType: "channel",
  status: "sent",
  isIncoming: 0,
  isSeen: 0,
  date: `2026-11-20 10:00:${String(id % 60).padStart(2, "0")}`,
  attachments: null,
  ...fields,
});

export const conversation = (id: number, fields: object = {}) => ({
  id,
  listingMapId: 1,
  reservationId: 500 + id,
  recipientName: "Ann Example",
  hasUnreadMessages: 0,
  messageSentOn: null,
  messageReceivedOn: `2026-11-20 10:00:${String(id % 60).padStart(2, "0")}`,
  conversationMessages: [],
  ...fields,
});
