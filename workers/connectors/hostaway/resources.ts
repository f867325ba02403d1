import { z } from "zod";
import type { ConnectorResource } from "#connectors/define-resource.ts";

const PAGE = 50;

const Properties = z.object({
  properties: z.array(z.object({ id: z.number(), name: z.string().optional() })),
});
const Bookings = z.object({
  bookings: z.array(z.object({ id: z.number(), guest_name: z.string().optional() })),
});
const Conversations = z.object({
  conversations: z.array(z.object({ id: z.number(), guest_name: z.string().optional() })),
});

export const resources: ConnectorResource[] = [
  {
    scheme: "listing",
    title: "Listing",
    description: "One property: rooms, amenities, rules and prices, as get_property_details answers it.",
    read: { tool: "get_property_details", toArguments: (id) => ({ property_id: Number(id) }) },
    list: {
      tool: "get_properties",
      arguments: { limit: PAGE },
      toSearch: (typed) => ({ name: typed }),
      toItems: (answer) =>
        Properties.parse(answer).properties.map(({ id, name }) => ({ id, name: name ?? `Listing ${id}` })),
    },
  },
  {
    scheme: "booking",
    title: "Booking",
    description: "One booking: stay, guest, money and notes, as get_booking_details answers it.",
    read: { tool: "get_booking_details", toArguments: (id) => ({ booking_id: Number(id) }) },
    list: {
      tool: "get_bookings",
      arguments: { limit: PAGE },
      toSearch: (typed) => ({ guest_name: typed }),
      toItems: (answer) =>
        Bookings.parse(answer).bookings.map(({ id, guest_name }) => ({
          id,
          name: guest_name === undefined ? `Booking ${id}` : `Booking ${id}, ${guest_name}`,
        })),
    },
  },
  {
    scheme: "conversation",
    title: "Conversation",
    description: "The messages exchanged with one guest, as get_conversation_history answers them.",
    read: { tool: "get_conversation_history", toArguments: (id) => ({ conversation_id: Number(id) }) },
    list: {
      tool: "get_conversations",
      arguments: { limit: PAGE },
      toItems: (answer) =>
        Conversations.parse(answer).conversations.map(({ id, guest_name }) => ({
          id,
          name: guest_name === undefined ? `Conversation ${id}` : `Conversation ${id}, ${guest_name}`,
        })),
    },
  },
];
