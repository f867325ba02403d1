import { z } from "zod";
import { isWriteTool, listTools } from "#organization/tools/tool-table.ts";
import { callRest } from "./organization.ts";

const Row = z.object({
  id: z.number().optional(),
  conversation_id: z.number().optional(),
  currency: z.string().optional(),
  arrival_date: z.string().optional(),
  departure_date: z.string().optional(),
  guests: z.number().optional(),
});
type Row = z.infer<typeof Row>;

/** Which list knows the ids that other tools take. */
const lists = {
  properties: ["get_properties", {}],
  bookings: ["get_bookings", { status: ["confirmed"], sort: "arrival_desc" }],
  conversations: ["get_conversations", {}],
  reviews: ["list_reviews", {}],
  tasks: ["list_tasks", { status: "all" }],
  statements: ["list_owner_statements", {}],
} as const;

async function readFirst(apiKey: string, list: keyof typeof lists): Promise<Row> {
  const [name, args] = lists[list];
  const { body } = await callRest(apiKey, name, args);
  // What the plan does not serve has no list.
  const [first] = z.array(Row).parse(body[list] ?? []);
  return first ?? {};
}

interface SampleCall {
  name: string;
  args: object;
}

/** They ask about one change, so there has to be one; the tests of changes walk them. */
const aboutChanges = new Set(["get_job_status", "undo_change"]);

/** A stay that nothing is in the way of. */
const free = { start_date: "2027-05-01", end_date: "2027-05-04" };

async function listCalls(apiKey: string): Promise<(SampleCall & { isWrite: boolean })[]> {
  const [property, booking, conversation, review, task, statement] = await Promise.all([
    readFirst(apiKey, "properties"),
    readFirst(apiKey, "bookings"),
    readFirst(apiKey, "conversations"),
    readFirst(apiKey, "reviews"),
    readFirst(apiKey, "tasks"),
    readFirst(apiKey, "statements"),
  ]);
  const ids = {
    property_id: property.id,
    booking_id: booking.id,
    conversation_id: conversation.id,
    review_id: review.id,
    task_id: task.id,
    statement_id: statement.id,
  };
  const known: Record<string, unknown> = { ...ids, ...free, guests: 2, kind: "channels" };
  const { arrival_date: date } = booking;
  const price = [{ ...free, price: 321 }];
  /** What some tools need beside, or instead of, what their schema requires. */
  const chosen: Record<string, object> = {
    get_arrivals_departures: { from_date: date, to_date: date },
    get_in_house_guests: { date },
    get_conversation_history: { booking_id: booking.id },
    get_conversation_context: { conversation_id: conversation.id },
    search_messages: { booking_id: booking.id },
    get_gap_nights: { property_id: property.id, ...free },
    get_financial_report: { start_date: "2026-09-01", end_date: "2027-04-30" },
    list_expenses: { limit: 100 },
    list_coupons: { include_unusable: true },
    create_listing: {
      name: "New house",
      address: "Example 7",
      city: "Miami",
      country_code: "US",
      max_guests: 4,
      bedrooms: 2,
      bathrooms: 1,
      base_price: 150,
      currency: "USD",
    },
    update_listing: { name: "Renamed house" },
    batch_update_listings: { property_ids: [property.id], price_change_percent: 10 },
    update_calendar: { ranges: price },
    batch_update_calendar: { updates: [{ property_ids: [property.id], ...price[0] }] },
    create_booking: {
      arrival_date: free.start_date,
      departure_date: free.end_date,
      guest_name: "Ann Example",
    },
    update_booking: { guests: booking.guests === 1 ? 2 : 1 },
    cancel_booking: { cancelled_by: "host" },
    update_host_note: { note: "Late arrival" },
    set_door_code: { door_code: "4711" },
    send_guest_message: { booking_id: booking.id, message: "Welcome" },
    create_task: { title: "Clean" },
    update_task: { title: "Clean again" },
    create_expense: {
      date: "2026-11-01",
      concept: "Lamp",
      amount: 30,
      currency: property.currency,
      property_id: property.id,
    },
  };
  return (
    listTools()
      .filter(({ tool }) => !aboutChanges.has(tool.name))
      // A small account may have no review yet.
      .filter(({ tool }) => tool.name !== "get_review" || review.id !== undefined)
      .map(({ tool, listed }) => {
        const required = (listed.inputSchema.required ?? []).filter((argument) => argument in known);
        const args = Object.fromEntries(required.map((argument) => [argument, known[argument]]));
        return { name: tool.name, isWrite: isWriteTool(tool), args: { ...args, ...chosen[tool.name] } };
      })
  );
}

/** Every tool that reads, with arguments that it answers for the account behind this key. */
export async function listSampleCalls(apiKey: string): Promise<SampleCall[]> {
  return (await listCalls(apiKey)).filter(({ isWrite }) => !isWrite);
}

/** The same of every tool that writes, as a dry run. */
export async function listSampleDryRuns(apiKey: string): Promise<SampleCall[]> {
  const writes = (await listCalls(apiKey)).filter(({ isWrite }) => isWrite);
  return writes.map(({ name, args }) => ({ name, args: { ...args, dry_run: true } }));
}

const moving = new Set(["next_cursor", "tool_calls", "waiting_hours"]);

/** An answer without what moves: when it was asked for, how long somebody waits by then, and how many calls there were. */
export const withoutClock = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer ?? null, (name, value) => (moving.has(name) ? undefined : value)));
