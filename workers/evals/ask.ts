import { beforeAll, expect, test } from "vitest";
import { listTools } from "#organization/tools/tool-table.ts";
import { callMcpTool } from "#tests/mcp.ts";
import { callRest, createKey, createOrganization, setEntitlement } from "#tests/organization.ts";
import { CLOCK_SPEED, control, createAccount } from "#tests/sandbox.ts";
import { NOW } from "./calculate.ts";
import { type Question, resolve } from "./question.ts";
import { readStoredData, type StoredData } from "./stored-data.ts";

type Call = (apiKey: string, name: string, args: object) => Promise<unknown>;

export const overRest: Call = async (apiKey, name, args) => (await callRest(apiKey, name, args)).body;
export const overMcp: Call = async (apiKey, name, args) =>
  (await callMcpTool(apiKey, name, args)).result.structuredContent;

const descriptions = new Map(listTools().map(({ tool }) => [tool.name, tool.description]));

/** One test for each question, all about one account with the demo data, which is the same in every run. */
export function ask(accountId: string, questions: readonly Question[], call: Call): void {
  let asked: { stored: StoredData; apiKey: string } | undefined;

  beforeAll(async () => {
    asked = await openAccount(accountId);
  });

  test.each(questions)("$question", async ({ answer, args, tool }) => {
    if (asked === undefined) throw new Error("unreachable");
    const { apiKey, stored } = asked;
    const given = await resolve(args, stored);
    expect(await call(apiKey, tool, given), JSON.stringify([tool, given])).toMatchObject(
      await resolve(answer, stored),
    );
  });

  const wrongTurns = questions.flatMap(({ not = [], tool }) => not.map((wrong) => ({ wrong, tool })));
  test.each(wrongTurns)("$wrong sends to $tool", ({ tool, wrong }) => {
    expect(descriptions.get(wrong)).toMatch(new RegExp(`\\b${tool}\\b`));
  });
}

/** The clock stands still while the data is made, so that it depends on nothing but the account's id. */
async function openAccount(accountId: string) {
  await control("POST", "/clock", { set: NOW, speed: 0 });
  const account = await createAccount("demo", accountId);
  await control("POST", "/clock", { speed: CLOCK_SPEED });
  const organization = await createOrganization(account);
  await setEntitlement(organization, { burst: 1_000 });
  const { secret } = await createKey(organization, { scopes: ["read", "write"] });
  return { stored: await readStoredData(account), apiKey: secret };
}
