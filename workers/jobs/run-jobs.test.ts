import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import worker from "#index.ts";
import { database } from "#tests/database.ts";
import { createUser } from "#tests/directory.ts";

test("a job that fails keeps no other from its work", async () => {
  const { id } = await createUser({ organizationName: "Homes" });
  // Without a way to send mail one job throws; the others need none.
  await worker.scheduled(createScheduledController(), { ...env, EMAIL: undefined, EMAIL_URL: undefined });
  const { results } = await database.prepare("select role from members where user_id = ?").bind(id).all();
  expect(results).toEqual([{ role: "owner" }]);
});
