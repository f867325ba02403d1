import { z } from "zod";
import { BadRequest, badRequest, jsonApp } from "#sandbox/json-app.ts";
import { readJson } from "#sandbox/parse.ts";
import { getAccount } from "./get-account.ts";
import { injectChange, ReservationChange } from "./inject-change.ts";
import { changeListing, injectListing, ListingChange, NewListing } from "./inject-listing.ts";
import { IncomingMessage, injectMessage } from "./inject-message.ts";
import { injectReservation, NewReservation } from "./inject-reservation.ts";

const NewAccount = z.strictObject({
  accountId: z
    .string()
    .regex(/^[1-9]\d*$/, "must be a number in a string")
    .optional(),
  seed: z.enum(["demo", "small", "large", "empty"]).default("small"),
});

/** Accounts, and what happens in them without the product's doing. */
export const accounts = jsonApp();

accounts.post("/", async (c) => {
  const { hostaway, clock } = c.env.world;
  const { accountId, seed } = await readJson(c.req, NewAccount, badRequest);
  if (accountId && hostaway.accounts.findCredentials(accountId)) {
    throw new BadRequest(`There is an account ${accountId} already`);
  }
  const created = hostaway.accounts.create({ accountId, seed, now: clock.now() });
  return c.json({ accountId: created.accountId, clientSecret: created.clientSecret }, 201);
});

accounts.post("/:id/secret", (c) => {
  const { hostaway } = c.env.world;
  const { id } = getAccount(c.env.world, c.req.param("id"));
  hostaway.tokens.revokeAll(id);
  return c.json({ accountId: id, clientSecret: hostaway.accounts.rotateSecret(id) });
});

accounts.post("/:id/listings", async (c) => {
  const listing = await readJson(c.req, NewListing, badRequest);
  return c.json(
    injectListing(getAccount(c.env.world, c.req.param("id")), listing, c.env.world.clock.now()),
    201,
  );
});

accounts.put("/:id/listings/:listingId{[0-9]+}", async (c) => {
  const change = await readJson(c.req, ListingChange, badRequest);
  const { world } = c.env;
  return c.json(
    changeListing(getAccount(world, c.req.param("id")), Number(c.req.param("listingId")), change),
  );
});

accounts.post("/:id/reservations", async (c) => {
  const booking = await readJson(c.req, NewReservation, badRequest);
  const { world } = c.env;
  return c.json(injectReservation(world, getAccount(world, c.req.param("id")), booking), 201);
});

accounts.put("/:id/reservations/:reservationId{[0-9]+}", async (c) => {
  const change = await readJson(c.req, ReservationChange, badRequest);
  const { world } = c.env;
  const account = getAccount(world, c.req.param("id"));
  return c.json(injectChange(world, account, Number(c.req.param("reservationId")), change));
});

accounts.post("/:id/messages", async (c) => {
  const message = await readJson(c.req, IncomingMessage, badRequest);
  const { world } = c.env;
  return c.json(injectMessage(world, getAccount(world, c.req.param("id")), message), 201);
});
