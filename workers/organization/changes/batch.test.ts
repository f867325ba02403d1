import { expect, test } from "vitest";
import { AppError, type ErrorCode } from "#errors.ts";
import { addFakeTool, createWriter, listOutcomes, toChanging } from "#tests/fake-write.ts";
import { callMcp } from "#tests/mcp.ts";
import { callRest, listAudit, readTable } from "#tests/organization.ts";

test("a batch tells of every item, of those that failed by type and with what to do about it", async () => {
  const fake = addFakeTool({ batch: true });
  const codes: [string, ErrorCode, string][] = [
    ["item 1", "not_found", "not_found"],
    ["item 2", "upstream_locked", "unauthorized"],
    ["item 3", "upstream_rejected", "validation_error"],
    ["item 4", "upstream_busy", "rate_limit"],
    ["item 5", "upstream_timeout", "timeout"],
    ["item 6", "upstream_unavailable", "internal_error"],
  ];
  fake.beforeWrite = async (item) => {
    const found = codes.find(([name]) => name === item);
    if (found !== undefined) throw new AppError(found[1]);
  };
  const { organization, secret } = await createWriter();
  const { body, status } = await callRest(secret, fake.name, { changing: toChanging(8) });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    message: "Changes fakes",
    successful_results: [
      { item_id: "item 0", after: { value: "new" }, result: { id: "item 0" } },
      { item_id: "item 7", after: { value: "new" }, result: { id: "item 7" } },
    ],
    failed_items: codes.map(([item_id, , error_type]) => ({
      item_id,
      error_type,
      error_message: expect.any(String),
      remediation: expect.any(String),
    })),
    summary: { total_attempted: 8, succeeded: 2, failed: 6, success_rate: 0.25 },
  });
  expect(await readTable(organization, "changes")).toMatchObject([{ state: "partial", total: 8 }]);
  const due = ["ok", ...codes.map(([, code]) => code), "ok"].map((result, seq) => [seq, result]);
  expect(await listOutcomes(organization, body.change_id)).toEqual(due);
  const billed = (await listAudit(organization)).filter(({ billable }) => billable);
  expect(billed).toMatchObject([{ action: "tools/call", result: "ok" }]);
});

test("a dry run of many items shows fifty, says how many more there are, and changes none", async () => {
  const fake = addFakeTool({ batch: true });
  const { organization, secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: toChanging(120), dry_run: true });
  expect(body).toMatchObject({ dry_run: true, more: 70, summary: { total_attempted: 120, succeeded: 120 } });
  expect(body.successful_results).toHaveLength(50);
  expect([fake.applied, await readTable(organization, "changes")]).toEqual([[], []]);
});

test("nothing to change is an answer, and no change", async () => {
  const fake = addFakeTool({ batch: true });
  const { organization, secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: {} });
  expect(body).toMatchObject({ summary: { total_attempted: 0, success_rate: 0 }, undo: { possible: false } });
  expect(await readTable(organization, "changes")).toEqual([]);
});

test("a client that asks hears of progress while a batch runs", async () => {
  const fake = addFakeTool({ batch: true });
  const { secret } = await createWriter();
  const call = { name: fake.name, arguments: { changing: toChanging(3) }, _meta: { progressToken: "p" } };
  const { result, text } = await callMcp(secret, "tools/call", call);
  const progress = [...text.matchAll(/"progress":(\d),"total":3/g)].map(([, done]) => done);
  expect(progress).toEqual(["1", "2", "3"]);
  expect(result.structuredContent).toMatchObject({ summary: { succeeded: 3 } });
});
