import { Hono } from "hono";
import { z } from "zod";
import type { Account } from "#sandbox/hostaway/account.ts";
import type { HostawayEnv } from "#sandbox/hostaway/context.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { each, Integer, Text } from "#sandbox/hostaway/fields.ts";
import { getReservation } from "#sandbox/hostaway/find.ts";
import { NoQuery, QueryInteger, readQuery } from "#sandbox/hostaway/query.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import { getRow } from "#sandbox/hostaway/rows.ts";

export const MessageTemplate = z.object({
  ...each(["id", "accountId"], z.int()),
  ...each(["listingMapId", "channelId", "messageTemplateGroupId"], Integer),
  name: z.string(),
  ...each(["description", "color"], Text),
  message: z.string(),
});
export type MessageTemplate = z.infer<typeof MessageTemplate>;

const TemplatesQuery = z.object(
  each(["messageTemplateGroupId", "channelId", "listingMapId", "reservationId"], QueryInteger),
);

export const messageTemplates = new Hono<HostawayEnv>();

messageTemplates.get("/messageTemplates", (c) => {
  const { reservationId, ...wanted } = readQuery(c, TemplatesQuery);
  const reservation = reservationId === undefined ? undefined : getReservation(c, reservationId, "read");
  return success(
    c.var.account.messageTemplates
      .all()
      .filter((template) => isFor(wanted.listingMapId, template.listingMapId))
      .filter((template) => isFor(wanted.channelId, template.channelId))
      .filter((template) => isFor(wanted.messageTemplateGroupId, template.messageTemplateGroupId))
      .map((template) => (reservation ? filledIn(c.var.account, template, reservation) : template)),
  );
});

messageTemplates.get("/messageTemplates/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  return success(getRow(c, c.var.account.messageTemplates));
});

messageTemplates.get("/reservations/:reservationId{[0-9]+}/messageTemplates", (c) => {
  readQuery(c, NoQuery);
  const reservation = getReservation(c, Number(c.req.param("reservationId")), "read");
  const { account } = c.var;
  return success(account.messageTemplates.all().map((template) => filledIn(account, template, reservation)));
});

messageTemplates.get("/reservations/:reservationId{[0-9]+}/messageTemplates/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  const reservation = getReservation(c, Number(c.req.param("reservationId")), "read");
  return success(filledIn(c.var.account, getRow(c, c.var.account.messageTemplates), reservation));
});

/** A template that names no listing or channel is for all of them. */
const isFor = (wanted: number | undefined, value: number | null) =>
  wanted === undefined || value === null || wanted === value;

function filledIn(account: Account, template: MessageTemplate, reservation: Reservation): MessageTemplate {
  const listing = account.listings.find(reservation.listingMapId);
  const values: Record<string, string | number | null | undefined> = {
    guest_first_name: reservation.guestFirstName,
    listing_name: reservation.listingName,
    check_in_date: reservation.arrivalDate,
    check_out_date: reservation.departureDate,
    check_in_time: reservation.checkInTime,
    check_out_time: reservation.checkOutTime,
    door_code: reservation.doorCode,
    city: listing?.city,
  };
  const message = template.message.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(values[name] ?? ""),
  );
  return { ...template, message };
}
