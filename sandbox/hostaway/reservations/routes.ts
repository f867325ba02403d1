import { Hono } from "hono";
import { z } from "zod";
import type { HostawayEnv } from "#sandbox/hostaway/context.ts";
import { ConversationView, toConversationView } from "#sandbox/hostaway/conversations/view.ts";
import { listSuccess, success } from "#sandbox/hostaway/envelope.ts";
import { getReservation } from "#sandbox/hostaway/find.ts";
import { NoQuery, pageOf, QuerySwitch, readQuery } from "#sandbox/hostaway/query.ts";
import { createReservation } from "./create-reservation.ts";
import { deleteReservation } from "./delete-reservation.ts";
import { listReservations, ReservationsQuery } from "./list-reservations.ts";
import { updateReservation } from "./update-reservation.ts";
import { toListView, toSingleView } from "./view.ts";

const ListView = {
  includeResources: QuerySwitch,
  includeCancellationPolicy: QuerySwitch,
  includePayments: QuerySwitch,
};
const SingleView = z.object({ includeResources: QuerySwitch, includePayments: QuerySwitch });

export const reservations = new Hono<HostawayEnv>();

reservations.get("/reservations", (c) => {
  const query = readQuery(c, ReservationsQuery.extend(ListView));
  const { matching, remaining } = listReservations(c.var.account, query, c.var.settings);
  const offset = query.afterId === undefined ? query.offset : 0;
  const page = pageOf(c, remaining, { limit: query.limit, offset });
  const rows = page.rows.map((reservation) => toListView(reservation, query));
  return listSuccess({ ...page, rows, count: matching.length }, c.var.settings);
});

reservations.get("/reservations/:id{[0-9]+}", (c) => {
  const query = readQuery(c, SingleView);
  return success(toSingleView(getReservation(c, Number(c.req.param("id")), "read"), query));
});

reservations.get("/reservations/:id{[0-9]+}/conversations", (c) => {
  const query = readQuery(c, z.object(ConversationView));
  const reservation = getReservation(c, Number(c.req.param("id")), "read");
  const own = c.var.account.conversations.all().filter((item) => item.reservationId === reservation.id);
  return success(own.map((conversation) => toConversationView(c.var.account, conversation, query)));
});

reservations.post("/reservations", async (c) => success(await createReservation(c)));

reservations.put("/reservations/:id{[0-9]+}", async (c) => {
  const reservation = getReservation(c, Number(c.req.param("id")), "write");
  return success(await updateReservation(c, reservation));
});

reservations.delete("/reservations/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  deleteReservation(c.var.account, getReservation(c, Number(c.req.param("id")), "write"));
  return success([]);
});
