import type { UpstreamFetch } from "#connectors/define-connector.ts";
import { STAY_SECONDS } from "../client/reading.ts";
import { number } from "../schemas/fields.ts";
import { readServed } from "./read-served.ts";
import { refuseUnserved } from "./refuse-unserved.ts";
import { type Reading, readBookings, readByOffset, readUnpaged, toProperty } from "./served-rows.ts";

const MAX_PAGES = 50;
/** Of lists that cannot be asked for by property: what is further back is not looked for. */
const MAX_MIXED_PAGES = 10;

interface Visit extends Reading {
  served: ReadonlySet<number>;
  most: number;
  /** The number in the address. */
  id: number;
}

/** About the account, and no property of it. */
const general = ({ fetch, path, request }: Visit) => fetch(path, request);

const ofListing = (visit: Visit) => {
  requireServed(visit, visit.id);
  return general(visit);
};

/** `base` is what can be read of the thing that the address is about. */
const under = (base: string) => async (visit: Visit) => {
  const { fetch, id, path, request } = visit;
  const isItself = path === `${base}/${id}` && (request.method ?? "GET") === "GET";
  const body = await fetch(`${base}/${id}`, isItself ? request : { cacheSeconds: STAY_SECONDS });
  requireServed(visit, toProperty(body));
  return isItself ? body : fetch(path, request);
};

const listed = (visit: Visit) =>
  writeNew(visit) ??
  readByOffset(visit, ({ listingMapId = 0 }) => visit.served.has(listingMapId), MAX_MIXED_PAGES);

const charges = (visit: Visit) => {
  const asked = toAsked(visit, visit.request.query?.listingMapId);
  return readByOffset(visit, ({ listingMapId = 0 }) => asked.has(listingMapId), MAX_MIXED_PAGES);
};

const reviews = (visit: Visit) => {
  const listingMapIds = [...toAsked(visit, visit.request.query?.listingMapIds)];
  const request = { ...visit.request, query: { ...visit.request.query, listingMapIds } };
  return listed({ ...visit, request });
};

const listings = (visit: Visit) =>
  writeNew(visit) ?? readByOffset(visit, ({ id }) => visit.served.has(id), MAX_PAGES);

const bookings = (visit: Visit) =>
  writeNew(visit) ?? readBookings(visit, toAsked(visit, visit.request.query?.listingId), MAX_PAGES);

const templates = (visit: Visit) =>
  readUnpaged(visit, ({ listingMapId }) => listingMapId === undefined || visit.served.has(listingMapId));

const report = (visit: Visit) => {
  const listingMapIds = [...toAsked(visit, visit.request.form?.listingMapIds)];
  const request = { ...visit.request, form: { ...visit.request.form, listingMapIds } };
  return general({ ...visit, request });
};

/** Whatever no rule is about is refused, so that a new call cannot let anything out. */
const rules: readonly (readonly [RegExp, (visit: Visit) => Promise<unknown>])[] = [
  [/^\/(amenities|bedTypes|propertyTypes|users|userGroups|customFields|coupons)$/, general],
  [/^\/messageTemplates$/, templates],
  [/^\/listings$/, listings],
  [/^\/listings\/(\d+)(\/.+)?$/, ofListing],
  [/^\/reservations$/, bookings],
  [/^\/reservations\/(\d+)(\/.+)?$/, under("/reservations")],
  [/^\/finance(?:Standard|Calculated)Field\/reservation\/(\d+)$/, under("/reservations")],
  [/^\/conversations$/, listed],
  [/^\/conversations\/(\d+)(\/.+)?$/, under("/conversations")],
  [/^\/(tasks|expenses)$/, listed],
  [/^\/tasks\/(\d+)$/, under("/tasks")],
  [/^\/expenses\/(\d+)$/, under("/expenses")],
  [/^\/reviews$/, reviews],
  [/^\/reviews\/(\d+)$/, under("/reviews")],
  [/^\/guestPayments\/charges$/, charges],
  [/^\/finance\/report\/\w+$/, report],
];

/** A fetch that knows the `most` oldest active properties and what belongs to them. The rest is left out of lists, and refused by itself. */
export function serveListings(fetch: UpstreamFetch, most: number): UpstreamFetch {
  let reading: Promise<ReadonlySet<number> | null> | null = null;
  return async (path, request = {}) => {
    reading ??= readServed(fetch, most);
    const served = await reading;
    if (served === null) return fetch(path, request);
    for (const [pattern, answer] of rules) {
      const match = pattern.exec(path);
      if (match !== null) return answer({ fetch, path, request, served, most, id: Number(match[1]) });
    }
    throw refuseUnserved(most);
  };
}

function requireServed({ served, most }: Visit, property: number | undefined): void {
  if (property === undefined || !served.has(property)) throw refuseUnserved(most);
}

/** A new thing has to be about a property that is served; null: nothing is to be made. */
function writeNew(visit: Visit): Promise<unknown> | null {
  const { body, method = "GET" } = visit.request;
  if (method === "GET") return null;
  requireServed(visit, toProperty({ result: body }));
  return general(visit);
}

/** The properties that a request names, each of which has to be served; all of those, if it names none. */
function toAsked(visit: Visit, asked: unknown): ReadonlySet<number> {
  const ids = (Array.isArray(asked) ? asked : [asked]).flatMap((id) => number.parse(id) ?? []);
  for (const id of ids) requireServed(visit, id);
  return ids.length > 0 ? new Set(ids) : visit.served;
}
