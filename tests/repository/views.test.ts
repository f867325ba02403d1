import { expect, test } from "vitest";
import documents from "#organization/mcp/view-documents.ts";
import { buildViews } from "#scripts/build-views.ts";

const MAX_BYTES = 60_000;

test("the views that the Worker carries are those of views/", async () => {
  expect(documents, "npm run views").toEqual(await buildViews());
});

test.each(Object.entries(documents))("%s stays small", (_, html) => {
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(MAX_BYTES);
});
