import { expect, test } from "vitest";
import { listTools } from "#organization/tools/tool-table.ts";
import { callMcp, eras } from "#tests/mcp.ts";
import { createOrganization } from "#tests/organization.ts";

test.each(eras)("every prompt is listed with their arguments, in the %s era", async (era) => {
  const { apiKey } = await createOrganization();
  const { result } = await callMcp(apiKey, "prompts/list", {}, era);
  expect(result.prompts).toMatchObject([
    { name: "today", arguments: [] },
    {
      name: "monthly_owner_report",
      arguments: [
        { name: "month", required: false },
        { name: "property_id", required: false },
      ],
    },
    {
      name: "reply_to_guest",
      arguments: [
        { name: "booking_id", required: true },
        { name: "intent", required: false },
      ],
    },
    {
      name: "pricing_review",
      arguments: [
        { name: "property_id", required: false },
        { name: "days", required: false },
      ],
    },
  ]);
});

async function getText(name: string, args: object | undefined): Promise<string> {
  const { apiKey } = await createOrganization();
  const { result } = await callMcp(apiKey, "prompts/get", { name, arguments: args });
  expect(result.messages).toMatchObject([{ role: "user", content: { type: "text" } }]);
  return JSON.stringify(result.messages);
}

test("the owner report covers the month that was named, to its last day", async () => {
  const text = await getText("monthly_owner_report", { month: "2028-02", property_id: "40160" });
  for (const part of ["2028-02-01", "2028-02-29", "property_id 40160"]) expect(text).toContain(part);
});

test("the owner report covers last month when none is named", async () => {
  const text = await getText("monthly_owner_report", undefined);
  for (const part of ["2027-02-01", "2027-02-28", "all properties"]) expect(text).toContain(part);
});

test("the reply to a guest names the booking and what it should say", async () => {
  const text = await getText("reply_to_guest", { booking_id: "5100001", intent: "we are sorry" });
  for (const part of ["booking 5100001", "we are sorry", "do not send it"]) expect(text).toContain(part);
});

test("the pricing review covers the days that were named and changes nothing", async () => {
  const text = await getText("pricing_review", { property_id: "40160", days: "30" });
  for (const part of ["2027-03-10", "2027-04-08", "property_id 40160", "Change nothing"]) {
    expect(text).toContain(part);
  }
});

test("every prompt names tools that exist", async () => {
  const known = new Set(listTools().map(({ tool }) => tool.name));
  for (const [name, args] of [
    ["today", {}],
    ["monthly_owner_report", {}],
    ["reply_to_guest", { booking_id: "1" }],
    ["pricing_review", {}],
  ] as const) {
    const named = (await getText(name, args)).match(/\b(get|list|update)_[a-z_]+/g) ?? [];
    expect(named.filter((tool) => !known.has(tool))).toEqual([]);
    expect(named).not.toEqual([]);
  }
});

const refused: [string, object][] = [
  ["pricing_review", { days: "91" }],
  ["no_such_prompt", {}],
  ["reply_to_guest", {}],
  ["reply_to_guest", { booking_id: "the last one" }],
  ["reply_to_guest", { booking_id: "1", intent: "x".repeat(501) }],
  ["monthly_owner_report", { month: "2027-13" }],
  ["monthly_owner_report", { month: "last" }],
  ["monthly_owner_report", { property_id: "1; drop" }],
];

test.each(refused)("%s with %j is refused", async (name, args) => {
  const { apiKey } = await createOrganization();
  for (const era of eras) {
    const { error } = await callMcp(apiKey, "prompts/get", { name, arguments: args }, era);
    expect(error?.code, era).toBe(-32_602);
  }
});
