import { expect, test } from "vitest";
import { createHouse, listWrites } from "#tests/house.ts";
import { callRest } from "#tests/organization.ts";
import { addFault } from "#tests/sandbox.ts";

test("a cancellation whose answer is lost is sent once and not reported as refused", async () => {
  const house = await createHouse();
  await addFault(house.organization.account, { kind: "truncated", method: "PUT", times: 1 });
  const { error } = await callRest(house.writer, "cancel_booking", {
    booking_id: house.booking,
    cancelled_by: "guest",
  });
  expect(error).toMatchObject({
    code: "upstream_unavailable",
    message: expect.stringContaining("Whether the change arrived is unknown"),
  });
  expect(await listWrites(house)).toHaveLength(1);
});
