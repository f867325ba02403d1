import { runDurableObjectAlarm } from "cloudflare:test";
import { expect, test } from "vitest";
import { addFakeTool, createWriter } from "#tests/fake-write.ts";
import { alterDatabase, callRest, readTable } from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

test("changes go after 90 days with all that they carry, and younger ones stay", async () => {
  const fake = addFakeTool();
  const { organization, secret } = await createWriter();
  const old = await callRest(secret, fake.name, { changing: { room: "blue" } });
  const young = await callRest(secret, fake.name, { changing: { room: "red" } });
  const move = "update changes set created_at = created_at - ? where id = ?";
  await alterDatabase(organization, move, 91 * DAY_MS, String(old.body.change_id));
  await alterDatabase(organization, move, 88 * DAY_MS, String(young.body.change_id));
  await advanceClock("25h");
  await runDurableObjectAlarm(organization.object);
  expect(await readTable(organization, "changes")).toMatchObject([{ id: young.body.change_id }]);
  expect(await readTable(organization, "change_items")).toMatchObject([{ change: young.body.change_id }]);
});
