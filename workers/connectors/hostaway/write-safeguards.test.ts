import { expect, test } from "vitest";
import { callWrite, createHouse, listWrites, Row } from "#tests/house.ts";
import { callRest, dumpDatabase, listAudit } from "#tests/organization.ts";
import { control } from "#tests/sandbox.ts";

const DOOR_CODE = "4711-secret-code";

test("a door code is in no answer, audit row or stored change", async () => {
  const house = await createHouse();
  const { organization, writer } = house;
  const args = {
    booking_id: house.booking,
    door_code: DOOR_CODE,
    door_code_instruction: `Type ${DOOR_CODE}`,
  };
  const answers = [
    await callRest(writer, "set_door_code", { ...args, dry_run: true }),
    await callRest(writer, "set_door_code", args),
    await callRest(writer, "get_booking_details", { booking_id: house.booking }),
    await callRest(writer, "list_changes"),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const kept = [
    answers.map(({ body }) => body),
    await listAudit(organization, { limit: 100, details: true }),
  ];
  expect(JSON.stringify(kept)).not.toContain(DOOR_CODE);
  expect(await dumpDatabase(organization)).not.toContain(DOOR_CODE);
  const [write] = (await listWrites(house)).filter(({ method }) => method === "PUT");
  expect(write?.status).toBe(200);
});

test("overbooking, an archived property and a second cancellation are refused", async () => {
  const house = await createHouse();
  const { writer } = house;
  const { account } = house.organization;
  const stay = {
    property_id: house.property,
    arrival_date: "2031-03-06",
    departure_date: "2031-03-09",
    guests: 1,
    guest_name: "Bob Ray",
  };
  expect((await callRest(writer, "create_booking", stay)).error?.code).toBe("conflict");
  await callWrite(writer, "create_booking", { ...stay, force_overbooking: true });

  const archived = Row.parse(
    await control("POST", `/hostaway/accounts/${account.accountId}/listings`, {
      name: "Old house",
      specialStatus: "archived",
    }),
  ).id;
  const refused = await callRest(writer, "create_booking", { ...stay, property_id: archived });
  expect(refused.error).toMatchObject({
    code: "invalid_request",
    message: expect.stringMatching(/archived/),
  });

  const cancellation = { booking_id: house.booking, cancelled_by: "host" };
  await callWrite(writer, "cancel_booking", cancellation);
  expect((await callRest(writer, "cancel_booking", cancellation)).error).toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/cancelled already/),
  });
});

test("a message goes out once however often its idempotency key comes, and one of 20,000 characters not at all", async () => {
  const house = await createHouse();
  const { writer } = house;
  const args = { conversation_id: house.conversation, message: "Hello!", idempotency_key: "once" };
  const first = await callRest(writer, "send_guest_message", args);
  const second = await callRest(writer, "send_guest_message", args);
  expect(second.body).toMatchObject({ change_id: first.body.change_id, replayed: true });
  const long = { ...args, message: "x".repeat(20_000), idempotency_key: "long" };
  expect((await callRest(writer, "send_guest_message", long)).error?.code).toBe("invalid_request");
  expect(await listWrites(house)).toHaveLength(1);
});
