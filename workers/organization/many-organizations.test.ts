import { expect, test } from "vitest";
import { callMcpTool } from "#tests/mcp.ts";
import { callRest, createOrganization, type TestOrganization } from "#tests/organization.ts";

const TOOL = "get_properties";

async function createMany(count: number) {
  const organizations = await Promise.all(Array.from({ length: count }, () => createOrganization()));
  const alone = await Promise.all(
    organizations.map(async ({ apiKey }) => (await callRest(apiKey, TOOL)).body),
  );
  const listingIds = alone.map(({ properties }) => JSON.stringify(properties).match(/"id":\d+/g));
  // The same ids everywhere, and different listings behind them.
  expect(new Set(listingIds.map((ids) => ids?.sort().join())).size).toBe(1);
  expect(new Set(alone.map((answer) => JSON.stringify(answer))).size).toBe(count);
  return organizations.map((organization, index) => ({ organization, expected: alone[index] }));
}

async function ask({ apiKey }: TestOrganization, round: number): Promise<unknown> {
  if (round % 3 === 0) return (await callRest(apiKey, TOOL)).body;
  const era = round % 3 === 1 ? "legacy" : "modern";
  return (await callMcpTool(apiKey, TOOL, {}, era)).result.structuredContent;
}

test("ten organizations with the same listing ids never see each other's data in 1,000 interleaved calls", async () => {
  const many = await createMany(10);
  for (let round = 0; round < 20; round += 1) {
    const turns = Array.from({ length: 50 }, (_, turn) => many[(turn * 7 + round) % 10]);
    await Promise.all(
      turns.map(async (turn) => turn && expect(await ask(turn.organization, round)).toEqual(turn.expected)),
    );
  }
}, 60_000);

test("a hundred organizations in 1,000 calls at once get their own answers, every one of them", async () => {
  const many = await createMany(100);
  const calls = many.flatMap((each) => Array.from({ length: 10 }, (_, round) => ({ ...each, round })));
  const answers = await Promise.all(calls.map(({ organization, round }) => ask(organization, round)));
  expect(answers).toHaveLength(1_000);
  expect(answers).toEqual(calls.map(({ expected }) => expected));
}, 60_000);
