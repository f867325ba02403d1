import { expect, test } from "vitest";
import { callRest } from "#tests/organization.ts";
import { createMember, createPerson } from "#tests/person.ts";
import { stopClock } from "#tests/sandbox.ts";

async function createUsed() {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const base = `/api/v1/organizations/${id}`;
  const member = await createMember(owner, id, "member");
  const make = async (key: object) =>
    (await owner.browser.post(`${base}/keys`, key)).body as { id: string; secret: string; masked: string };
  const office = await make({ name: "Office" });
  const bens = await make({ name: "Ben's", memberId: member.userId });
  await callRest(office.secret, "get_connection_status");
  await callRest(office.secret, "no_such_tool");
  await callRest(bens.secret, "get_connection_status");
  return { owner, base, member, office, bens };
}

test("the report says at once what each question about usage says, with names", async () => {
  const { owner, base, member, office, bens } = await createUsed();
  const ask = async (path: string) => (await owner.browser.get(`${base}/usage${path}`)).body as object;
  const range = "from=2027-01-01&to=2028-01-01";
  const of = async (by: string) => ((await ask(`?${range}&by=${by}`)) as { rows: object[] }).rows;
  const report = await ask(`/report?${range}&by=hour`);
  expect(report).toMatchObject({
    overview: await ask("/overview"),
    ...(await ask(`?${range}&by=hour`)),
    tools: await of("tool"),
    connectors: await of("connector"),
    errors: [
      {
        code: "unknown_tool",
        tool: "unknown",
        calls: 1,
        url: "https://latchkey.test/docs/errors/unknown_tool",
      },
    ],
    latency: await ask(`/latency?${range}`),
    keys: [
      { group: office.id, name: "Office", masked: office.masked, calls: 2, errors: 1 },
      { group: bens.id, name: "Ben's", masked: bens.masked, calls: 1, errors: 0 },
    ],
    members: [
      { group: null, name: null, calls: 2 },
      { group: member.userId, name: "Ben Example", calls: 1 },
    ],
  });
});

test("the report is of the days that were asked for, and by day or hour only", async () => {
  const { owner, base } = await createUsed();
  const { body } = await owner.browser.get(`${base}/usage/report?from=2026-01-01&to=2026-12-31`);
  expect(body).toMatchObject({ totals: { calls: 0 }, rows: [], tools: [], keys: [], overview: { calls: 3 } });
  expect((await owner.browser.get(`${base}/usage/report?by=tool`)).status).toBe(400);
});

test("a report counts once among the ten questions a minute that read much", async () => {
  const owner = await createPerson();
  const base = `/api/v1/organizations/${await owner.createOrganization()}`;
  await stopClock();
  for (let count = 0; count < 10; count += 1) {
    expect((await owner.browser.get(`${base}/usage/report`)).status).toBe(200);
  }
  expect((await owner.browser.get(`${base}/usage/report`)).status).toBe(429);
});
