import { expect, test } from "vitest";
import { callMcp, eras } from "#tests/mcp.ts";
import { createOrganization } from "#tests/organization.ts";

test.each(eras)("both prompts are listed with their arguments, in the %s era", async (era) => {
  const { apiKey } = await createOrganization();
  const { result } = await callMcp(apiKey, "prompts/list", {}, era);
  expect(result.prompts).toMatchObject([
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

const refused: [string, object][] = [
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
