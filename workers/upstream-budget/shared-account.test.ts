import { expect, test } from "vitest";
import { callRest, createOrganization } from "#tests/organization.ts";
import { createAccount, listRequests, setAccount } from "#tests/sandbox.ts";

test("two organizations on one account together keep to its limit, and who would wait too long is told", async () => {
  const account = await createAccount();
  const [one, other] = [await createOrganization(account), await createOrganization(account)];
  await setAccount(account, { accountLimit: 20 });
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, index) =>
      callRest((index % 2 === 0 ? one : other).apiKey, "get_bookings", {
        arrival_from: `2027-04-${index + 1}`.replace(/-(\d)$/, "-0$1"),
      }),
    ),
  );
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  for (const { error, headers } of refused) {
    expect(error).toMatchObject({ code: "upstream_busy", resetsAt: expect.any(String) });
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  }
  const sent = await listRequests(account);
  expect(sent.map(({ status }) => status)).not.toContain(429);
  expect(answers.length - refused.length).toBe(sent.filter(({ path }) => path === "/reservations").length);
});
