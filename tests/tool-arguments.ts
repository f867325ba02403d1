import { z } from "zod";
import { listTools } from "#organization/tools/tool-table.ts";
import { callRest } from "./organization.ts";

const Rows = z.array(z.object({ id: z.number() })).min(1);
const Ids = z.object({ properties: Rows.optional(), bookings: Rows.optional() });

/** Arguments that some tools need although their schema does not require them by itself. */
const chosen: Record<string, string[]> = {
  get_conversation_history: ["booking_id"],
  search_messages: ["booking_id"],
};

/** Every tool of the product with arguments that it answers for the account behind this key. */
export async function listSampleCalls(apiKey: string): Promise<{ name: string; args: object }[]> {
  const [{ properties = [] }, { bookings = [] }] = await Promise.all(
    ["get_properties", "get_bookings"].map(async (name) => Ids.parse((await callRest(apiKey, name)).body)),
  ).then(([first = {}, second = {}]) => [first, second] as const);
  const known: Record<string, unknown> = {
    property_id: properties[0]?.id,
    booking_id: bookings[0]?.id,
    start_date: "2027-05-01",
    end_date: "2027-05-04",
  };
  return listTools().map(({ tool, listed }) => {
    const names = [...(listed.inputSchema.required ?? []), ...(chosen[tool.name] ?? [])];
    return { name: tool.name, args: Object.fromEntries(names.map((name) => [name, known[name]])) };
  });
}
