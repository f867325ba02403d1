import { Organization as ProductOrganization } from "#index.ts";
import type { Ports } from "#organization/rooms.ts";

export { default, UpstreamBudget } from "#index.ts";
export { BenchSetup } from "./bench-setup.ts";

const reservation = {
  id: 501,
  listingMapId: 40160,
  listingName: "Harbour Loft",
  channelId: 2018,
  guestName: "Ann Example",
  arrivalDate: "2026-12-01",
  departureDate: "2026-12-04",
  nights: 3,
  numberOfGuests: 2,
  totalPrice: 640,
  currency: "EUR",
  status: "new",
};
const nothing = { status: "success", result: [], limit: 1, offset: 0, count: 0 };
const answers = [
  [/^POST .*\/accessTokens/, { token_type: "Bearer", expires_in: 63_072_000, access_token: "instant" }],
  [/^GET .*\/reservations\//, { status: "success", result: reservation }],
  [/^GET .*\/listings/, nothing],
  [/^GET .*\/webhooks\//, nothing],
  [/^POST .*\/webhooks\//, { status: "success", result: { id: 1 } }],
] as const;

/** The product, with an upstream that answers at once and in place: what is left is our own path. */
export class Organization extends ProductOrganization {
  protected override createPorts(): Ports {
    return {
      ...super.createPorts(),
      fetch: async (input, { method = "GET" } = {}) => {
        const { pathname } = new URL(String(input));
        const [, body = null] = answers.find(([asked]) => asked.test(`${method} ${pathname}`)) ?? [];
        return Response.json(body, { status: body === null ? 404 : 200 });
      },
    };
  }
}
