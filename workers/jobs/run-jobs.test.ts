import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import worker from "#index.ts";
import { database } from "#tests/database.ts";
import { createUser } from "#tests/directory.ts";

const at = (time: string) => createScheduledController({ scheduledTime: new Date(`2027-03-10T${time}Z`) });

async function listRolesOf(userId: string) {
  const query = "select role from members where user_id = ?";
  return (await database.prepare(query).bind(userId).all()).results;
}

test("a job that fails keeps no other from its work", async () => {
  const { id } = await createUser({ organizationName: "Homes" });
  // Without a way to send mail one job throws; the others need none.
  await worker.scheduled(at("12:05:00"), { ...env, EMAIL: undefined, EMAIL_URL: undefined });
  expect(await listRolesOf(id)).toEqual([{ role: "owner" }]);
});

test("cron comes every minute, and what may wait for the fifth does", async () => {
  const { id } = await createUser({ organizationName: "Homes" });
  await worker.scheduled(at("12:04:00"), env);
  expect(await listRolesOf(id)).toEqual([]);
  await worker.scheduled(at("12:10:00"), env);
  expect(await listRolesOf(id)).toEqual([{ role: "owner" }]);
});
