import { expect, test } from "vitest";
import { callWrite, createHouse } from "#tests/house.ts";
import { dumpDatabase } from "#tests/organization.ts";

test("what people write is nowhere in clear in the organization's database", async () => {
  const { booking, conversation, currency, organization, property, writer } = await createHouse();
  await callWrite(writer, "create_task", {
    title: "Lorem title",
    description: "Lorem description",
    booking_id: booking,
  });
  await callWrite(writer, "create_expense", {
    property_id: property,
    date: "2026-11-20",
    concept: "Lorem concept",
    amount: 49.9,
    currency,
    categories: ["Lorem category"],
  });
  await callWrite(writer, "update_host_note", { booking_id: booking, note: "Lorem note" });
  await callWrite(writer, "send_guest_message", { conversation_id: conversation, message: "Lorem message" });
  const dump = await dumpDatabase(organization);
  expect(dump).toContain(`expense of property ${property}`);
  expect(dump).not.toContain("Lorem");
});
