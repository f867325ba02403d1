import { expect, test } from "vitest";
import { z } from "zod";
import {
  alterDatabase,
  callRest,
  createOrganization,
  getReceipt,
  getValue,
  listAudit,
  type TestOrganization,
} from "#tests/organization.ts";
import type { ExportAudit } from "./export-audit.ts";

async function exportText({ object }: TestOrganization, input: ExportAudit): Promise<string> {
  return new Response(getValue(await object.exportAudit({ actor: "user:anna" }, input))).text();
}

const readJsonl = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));

/** Rows from before, put there without the product, so that there are many. */
async function addRows(organization: TestOrganization, count: number): Promise<void> {
  await alterDatabase(
    organization,
    `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count})
      insert into audit_log (seq, at, actor, surface, action, result, billable, duration_ms, user_agent, hash)
      select 1000 + n, 1800000000000 + n, 'system', 'internal', 'test/row', 'ok', 0, 0, '${"x".repeat(190)}', 'none'
      from numbers`,
  );
}

test("JSON lines hold every row, oldest first, and the export itself as the last", async () => {
  const organization = await createOrganization();
  await callRest(organization.apiKey, "get_properties", { city: "Austin" });
  const rows = readJsonl(await exportText(organization, { format: "jsonl" }));
  const listed = (await listAudit(organization)).reverse();
  expect(rows).toEqual(
    listed.map(({ grant: _g, keyName: _k, ...row }) => ({ ...row, at: new Date(row.at).toISOString() })),
  );
  expect(rows.at(-1)).toMatchObject({ actor: "user:anna", action: "audit/export", target: "jsonl" });
});

test("CSV has a header, quoted texts and no formula", async () => {
  const organization = await createOrganization();
  await callRest(organization.apiKey, "=HYPERLINK(1)");
  await callRest(organization.apiKey, "get_properties", { city: 'Say "Austin", please' });
  const lines = (await exportText(organization, { format: "csv" })).split("\r\n");
  expect(lines[0]).toBe(
    '"seq","at","actor","surface","action","target","connection","result","message","billable","duration_ms","ip","user_agent","details","hash"',
  );
  expect(lines).toHaveLength(7);
  expect(lines[3]).toContain(`"tools/call","'=HYPERLINK(1)",,"unknown_tool"`);
  expect(lines[4]).toContain('"{""city"":""Say \\""Austin\\"", please""}"');
});

test("filters and the view without payloads hold for the export too", async () => {
  const organization = await createOrganization();
  await callRest(organization.apiKey, "get_properties", { city: "Austin" });
  await callRest(organization.apiKey, "no_such_tool", { city: "Boston" });
  const rows = readJsonl(
    await exportText(organization, { format: "jsonl", action: "tools/", result: "ok", details: false }),
  );
  expect(rows.map(({ target }) => target)).toEqual(["get_properties"]);
  expect(rows[0]).not.toHaveProperty("details");
  const csv = await exportText(organization, { format: "csv", details: false });
  expect(csv).not.toContain("Austin");
});

test("what comes while an export runs is not part of it", async () => {
  const organization = await createOrganization();
  await addRows(organization, 1_000);
  const stream = getValue(await organization.object.exportAudit({ actor: "user:anna" }, { format: "jsonl" }));
  await callRest(organization.apiKey, "get_properties");
  const rows = readJsonl(await new Response(stream).text());
  expect(rows).toHaveLength(1_003);
  expect(rows.at(-1)).toMatchObject({ action: "audit/export" });
});

test("twenty thousand rows come in chunks, each of them small", async () => {
  const organization = await createOrganization();
  await addRows(organization, 20_000);
  const stream = getValue(await organization.object.exportAudit({ actor: "user:anna" }, { format: "csv" }));
  let lines = 0;
  let largest = 0;
  for await (const chunk of stream) {
    largest = Math.max(largest, chunk.length);
    lines += chunk.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);
  }
  expect(lines).toBe(20_004);
  expect(largest).toBeLessThan(200_000);
});

test("an export that is not read to its end leaves the object at work", async () => {
  const organization = await createOrganization();
  await addRows(organization, 5_000);
  const stream = getValue(await organization.object.exportAudit({ actor: "user:anna" }, { format: "csv" }));
  const reader = stream.getReader();
  await reader.read();
  await reader.cancel();
  expect((await callRest(organization.apiKey, "get_properties")).status).toBe(200);
});

test("an export in a format that does not exist is refused and leaves a row", async () => {
  const organization = await createOrganization();
  const input: object = { format: "xml" };
  const answer = await organization.object.exportAudit({ actor: "user:anna" }, { format: "csv", ...input });
  expect(getReceipt(answer).code).toBe("invalid_request");
  expect((await listAudit(organization))[0]).toMatchObject({
    actor: "user:anna",
    action: "audit/export",
    result: "invalid_request",
  });
});

test("an export holds nothing of another organization", async () => {
  const [one, other] = [await createOrganization(), await createOrganization()];
  await callRest(one.apiKey, "get_properties", { city: "Unmistakable" });
  expect(await exportText(one, { format: "csv" })).toContain("Unmistakable");
  expect(await exportText(other, { format: "csv" })).not.toContain("Unmistakable");
});
