import { runDurableObjectAlarm } from "cloudflare:test";
import { expect, test } from "vitest";
import { createCatcher } from "#tests/catcher.ts";
import { readMail } from "#tests/mailbox.ts";
import { addMembers, createOrganization, getReceipt, getValue } from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";

const by = { actor: "system" } as const;

/** An organization with a webhook whose receiver is broken. */
async function createFailing() {
  const organization = await createOrganization();
  const { object } = organization;
  const { url } = createCatcher();
  const { id } = getValue(await object.createOutgoingWebhook(by, { url: `${url}?status=500` }));
  const fail = async () => getValue(await object.testOutgoingWebhook(by, id));
  const read = async () => getValue(await object.listOutgoingWebhooks())[0];
  return { organization, object, id, url, fail, read };
}

test("after five days of failures it is switched off, and the owner hears of it once", async () => {
  const { organization, object, id, fail, read } = await createFailing();
  const owner = `usr_${crypto.randomUUID()}`;
  await addMembers(organization, "owner", owner);
  await fail();
  for (let day = 1; day <= 6; day += 1) {
    expect(await read()).toMatchObject({ enabled: true, failingSince: expect.any(Number) });
    await advanceClock("20h");
    await fail();
  }
  expect(await read()).toMatchObject({ enabled: false });
  expect(getReceipt(await object.testOutgoingWebhook(by, id)).code).toBe("conflict");
  await expect
    .poll(async () => {
      await runDurableObjectAlarm(object);
      return (await readMail(`${owner}@example.com`)).map(({ subject }) => subject);
    })
    .toEqual([expect.stringContaining("was switched off")]);
  const on = getValue(await object.updateOutgoingWebhook(by, id, { enabled: true }));
  expect(on).toMatchObject({ enabled: true, failingSince: null, disabledAt: null });
});

test("what happens when a quiet webhook fails again days after a delivery was given up: the days are counted anew", async () => {
  const { fail, read } = await createFailing();
  await fail();
  const first = await read();
  await advanceClock("121h");
  await fail();
  const second = await read();
  expect(second).toMatchObject({ enabled: true, disabledAt: null });
  expect(second?.failingSince).toBeGreaterThan((first?.failingSince ?? 0) + 120 * 3_600_000);
});

test("what happens when one attempt succeeds amid the failures: the days are counted anew", async () => {
  const { object, id, url, fail, read } = await createFailing();
  const turn = (query: string) => object.updateOutgoingWebhook(by, id, { url: `${url}${query}` });
  for (let day = 1; day <= 6; day += 1) {
    await fail();
    await advanceClock("20h");
    if (day === 3) {
      getValue(await turn(""));
      expect(await fail()).toMatchObject({ state: "delivered" });
      getValue(await turn("?status=500"));
    }
  }
  await fail();
  expect(await read()).toMatchObject({ enabled: true });
});
