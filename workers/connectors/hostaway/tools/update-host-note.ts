import { z } from "zod";
import { defineWriteTool } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { findChanges, toBody, toValues, Values } from "../changed-fields.ts";
import type { HostawayClient } from "../client.ts";
import { BookingId } from "../input.ts";

const MAX_LENGTH = 5_000;
const fields = { host_note: "hostNote" } as const;

export const updateHostNote = defineWriteTool<HostawayClient>()({
  name: "update_host_note",
  title: "Update the host note",
  access: "write",
  toolset: "operations",
  description:
    "Replaces or extends the internal note of one booking, up to 5,000 characters in all. Guests do not see it; the team does. " +
    "To read it call get_booking_details; to give somebody work call create_task; to write to the guest call send_guest_message.",
  input: z.object({
    booking_id: BookingId,
    note: z.string().max(MAX_LENGTH).describe("Empty with mode replace: removes the note"),
    mode: z.enum(["append", "replace"]).default("append").describe("append: a new line below what is there"),
  }),
  change: z.object({ booking_id: BookingId, values: Values }),
  batch: false,
  repeatable: true,
  async plan({ client, input, signal }) {
    const { booking_id, mode, note } = input;
    const booking = await client.bookings.get(booking_id, signal);
    const old = mode === "append" ? booking.hostNote : undefined;
    const host_note = [old, note].filter(Boolean).join("\n") || null;
    if ((host_note?.length ?? 0) > MAX_LENGTH) {
      throw new AppError("invalid_request", `With what is there it would exceed ${MAX_LENGTH} characters.`);
    }
    const { before, after } = findChanges(booking, { host_note }, fields);
    return {
      summary: `${mode === "append" ? "Extends" : "Replaces"} the host note of booking ${booking_id}.`,
      steps: [{ item: `booking ${booking_id}`, change: { booking_id, values: after }, before, after }],
      warnings: [],
    };
  },
  async apply({ client, change, signal }) {
    const { booking_id, values } = change;
    const booking = await client.bookings.update(booking_id, toBody(values, fields), false, signal);
    return { booking_id, ...toValues(booking, fields, ["host_note"]) };
  },
  undo: {
    reverse: ({ before, change }) => ({ ...change, values: Values.parse(before) }),
    read: async ({ change, client, signal }) =>
      toValues(await client.bookings.get(change.booking_id, signal), fields, ["host_note"]),
  },
});
