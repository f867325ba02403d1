import { expect, test } from "vitest";
import { callWrite, createHouse, createWriterKey, type House, listWrites } from "#tests/house.ts";
import { callRest, createOrganization } from "#tests/organization.ts";
import { createAccount } from "#tests/sandbox.ts";

const createStranger = async () => createWriterKey(await createOrganization(await createAccount("empty")));

interface Case {
  name: string;
  args(house: House): object;
  /** What is said where it cannot be undone. */
  final?: RegExp;
  /** Where the one thing that an undo leaves behind is something else than before. */
  leaves?: "nothing";
}

const cases: Case[] = [
  {
    name: "create_booking",
    args: ({ property }) => ({
      property_id: property,
      arrival_date: "2031-04-05",
      departure_date: "2031-04-08",
      guests: 1,
      guest_name: "Bob Ray",
      total_price: 555,
    }),
    leaves: "nothing",
  },
  {
    name: "update_booking",
    args: ({ booking }) => ({
      booking_id: booking,
      departure_date: "2031-03-10",
      guest_email: "b@example.com",
    }),
  },
  { name: "cancel_booking", args: ({ booking }) => ({ booking_id: booking, cancelled_by: "guest" }) },
  { name: "update_host_note", args: ({ booking }) => ({ booking_id: booking, note: "Bring towels." }) },
  { name: "set_door_code", args: ({ booking }) => ({ booking_id: booking, door_code: "4711" }) },
  {
    name: "send_guest_message",
    args: ({ conversation }) => ({ conversation_id: conversation, message: "Hello Ann!" }),
    final: /cannot be taken back/,
  },
  { name: "mark_conversation_read", args: ({ conversation }) => ({ conversation_id: conversation }) },
  {
    name: "create_task",
    args: ({ booking }) => ({ title: "Clean", booking_id: booking, due_at: "2031-03-08T10:00:00Z" }),
    leaves: "nothing",
  },
  {
    name: "create_expense",
    args: ({ currency, property }) => ({
      property_id: property,
      date: "2026-11-20",
      concept: "Kettle",
      amount: 49.9,
      currency,
    }),
    leaves: "nothing",
  },
];

test.each(cases)(
  "$name: a dry run changes nothing, the call does it, and it is undone or says why not",
  async (item) => {
    const house = await createHouse();
    const { writer } = house;
    const args = item.args(house);

    const preview = await callWrite(writer, item.name, { ...args, dry_run: true });
    expect(preview).toMatchObject({ dry_run: true, undo: { possible: item.final === undefined } });
    expect(preview.change_id).toBeUndefined();
    expect(await listWrites(house)).toEqual([]);

    const done = await callWrite(writer, item.name, args);
    expect(done).toMatchObject({ dry_run: false, after: preview.after });
    expect(await listWrites(house)).toHaveLength(1);

    const undone = await callRest(writer, "undo_change", { change_id: done.change_id });
    if (item.final) {
      expect(undone.error?.message).toMatch(item.final);
      expect(await listWrites(house)).toHaveLength(1);
      return;
    }
    expect(undone.body).toMatchObject({ summary: { succeeded: 1, failed: 0 } });
    expect(await listWrites(house)).toHaveLength(2);
    if (item.leaves === "nothing") return;
    const again = await callWrite(writer, item.name, { ...args, dry_run: true });
    expect(again.before).toEqual(preview.before);
  },
);

test.each(cases)("$name: refuses a read-only key", async (item) => {
  const house = await createHouse();
  expect((await callRest(house.organization.apiKey, item.name, item.args(house))).error?.code).toBe(
    "insufficient_scope",
  );
  expect(await listWrites(house)).toEqual([]);
});

test.each(cases)("$name: another organization's key does not reach it", async (item) => {
  const house = await createHouse();
  const stranger = await createStranger();
  expect((await callRest(stranger, item.name, item.args(house))).error?.code).toBe("not_found");
  expect(await listWrites(house)).toEqual([]);
});

test("update_task: dry run, change, undo, read-only key and another organization", async () => {
  const house = await createHouse();
  const { writer } = house;
  const made = await callWrite(writer, "create_task", { title: "Clean", booking_id: house.booking });
  const args = { task_id: made.result?.task_id, status: "completed", due_at: "2031-03-08T10:00:00Z" };
  const preview = await callWrite(writer, "update_task", { ...args, dry_run: true });
  expect(preview).toMatchObject({ before: { status: "pending" }, after: { status: "completed" } });
  const done = await callWrite(writer, "update_task", args);
  const undone = await callRest(writer, "undo_change", { change_id: done.change_id });
  expect(undone.body).toMatchObject({ summary: { succeeded: 1 } });
  expect((await callWrite(writer, "update_task", { ...args, dry_run: true })).before).toEqual(preview.before);

  expect((await callRest(house.organization.apiKey, "update_task", args)).error?.code).toBe(
    "insufficient_scope",
  );
  const stranger = await createStranger();
  expect((await callRest(stranger, "update_task", args)).error?.code).toBe("not_found");
});
