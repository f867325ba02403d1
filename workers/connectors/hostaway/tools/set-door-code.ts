import { z } from "zod";
import { defineWriteTool } from "#connectors/define-write-tool.ts";
import { toBody, toValues, Values } from "../changed-fields.ts";
import type { HostawayClient } from "../client.ts";
import { BookingId } from "../input.ts";
import { isCancelled } from "../statuses.ts";

const fields = {
  door_code: "doorCode",
  door_code_vendor: "doorCodeVendor",
  door_code_instruction: "doorCodeInstruction",
} as const;

const SetDoorCodeChange = z.object({
  booking_id: BookingId,
  values: Values,
  /** What was there, for an undo: the step itself shows no code. */
  former: Values,
});

export const setDoorCode = defineWriteTool<HostawayClient>()({
  name: "set_door_code",
  title: "Set the door code",
  access: "write",
  toolset: "operations",
  description:
    "Sets the door code of one booking, with vendor and instructions if given. The code is stored encrypted, shown masked and never read back. " +
    "It only records the code in Hostaway; it programs no lock and tells no guest. To tell the guest call send_guest_message.",
  input: z.object({
    booking_id: BookingId,
    door_code: z.string().trim().min(1).max(100).meta({ secret: true }),
    door_code_vendor: z.string().trim().min(1).max(100).optional().describe("Maker of the lock"),
    door_code_instruction: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .optional()
      .meta({ secret: true })
      .describe("How to use it"),
  }),
  change: SetDoorCodeChange,
  batch: false,
  repeatable: true,
  async plan({ client, input, signal }) {
    const { booking_id, ...wanted } = input;
    const held = await client.bookings.getDoorCode(booking_id, signal);
    const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
    // Also what is like that already: a refusal, or a step less, would tell a guess that it is right.
    const values = Values.parse(Object.fromEntries(given));
    const former = toValues(held, fields, Object.keys(values));
    return {
      summary: `Sets the door code of booking ${booking_id}.`,
      steps: [
        {
          item: `booking ${booking_id}`,
          change: { booking_id, values, former },
          before: mask(former, () => "former"),
          after: mask(values, () => "new"),
        },
      ],
      warnings: isCancelled(held) ? [`Booking ${booking_id} is ${held.status}.`] : [],
    };
  },
  async apply({ client, change, signal }) {
    const { booking_id, values } = change;
    await client.bookings.update(booking_id, toBody(values, fields), false, signal);
    return { booking_id, ...mask(values, () => "new") };
  },
  undo: {
    reverse: ({ change }) => ({ ...change, values: change.former, former: change.values }),
    read: async ({ change: { booking_id, former, values }, client, signal }) => {
      const held = await client.bookings.getDoorCode(booking_id, signal);
      return mask(toValues(held, fields, Object.keys(values)), (name, value) => {
        if (value === values[name]) return "new";
        return value === former[name] ? "former" : "another";
      });
    },
  },
});

/** Says whether there is a value and what it is called, never the value. */
const mask = (held: Values, toLabel: (name: string, value: Values[string]) => string): Values =>
  Object.fromEntries(
    Object.entries(held).map(([name, value]) => [
      name,
      value === null ? null : `•••• (${toLabel(name, value)})`,
    ]),
  );
