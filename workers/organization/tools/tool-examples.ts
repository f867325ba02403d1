import type { ToolEntry } from "./tool-table.ts";

/** What examples in the documentation call with; the ids are those of the sandbox. */
const values: Record<string, unknown> = {
  property_id: 40160,
  booking_id: 5100001,
  conversation_id: 8200001,
  task_id: 700001,
  review_id: 800001,
  statement_id: 1301,
  change_id: "chg_0000000000000000",
  job_id: "job_0000000000000000",
  start_date: "2027-05-01",
  end_date: "2027-05-04",
  arrival_date: "2027-05-01",
  departure_date: "2027-05-04",
  date: "2027-05-01",
  guests: 2,
  guest_name: "Ann Example",
  kind: "amenities",
  cancelled_by: "host",
  note: "Arrives late, about 23:00",
  door_code: "4711",
  message: "Welcome! The house is ready for you.",
  title: "Repair the heating",
  concept: "Plumber",
  amount: -80,
  currency: "USD",
  name: "Harbour Loft",
  address: "Example 7",
  city: "Miami",
  country_code: "US",
  max_guests: 4,
  bedrooms: 2,
  bathrooms: 1,
  base_price: 150,
  ranges: [{ start_date: "2027-05-01", end_date: "2027-05-04", price: 180 }],
  updates: [
    { property_ids: [40160], start_date: "2027-05-01", end_date: "2027-05-04", price_change_percent: 10 },
  ],
};

/** For tools whose schema requires less than a call of them says. */
const more: Record<string, object> = {
  get_conversation_history: { booking_id: 5100001 },
  get_conversation_context: { booking_id: 5100001 },
  search_messages: { query: "parking" },
  send_guest_message: { booking_id: 5100001 },
  batch_update_listings: { property_ids: [40160, 40161], price_change_percent: 10 },
  update_listing: { base_price: 160 },
  update_booking: { guests: 3 },
  update_task: { status: "completed" },
  create_expense: { property_id: 40160 },
};

export function exampleOf({ listed, scope, tool }: ToolEntry): Record<string, unknown> {
  const required = (listed.inputSchema.required ?? []).map((name) => [name, values[name]]);
  const dry = scope === "write" && "plan" in tool ? { dry_run: true } : {};
  return { ...Object.fromEntries(required), ...more[tool.name], ...dry };
}
