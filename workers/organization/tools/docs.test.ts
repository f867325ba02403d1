import { expect, test } from "vitest";
import { Toolset } from "#connectors/toolsets.ts";
import { toToolsetPage, toToolsTable } from "./tool-docs.ts";

const folder = "../../../docs/tools";

test("docs/tools opens with every tool, its toolset, access, dry run and undo", async () => {
  await expect(toToolsTable()).toMatchFileSnapshot(`${folder}/README.md`);
});

test.each(Toolset.options)(
  "docs/tools/%s.md describes its tools with arguments and an example",
  async (toolset) => {
    await expect(toToolsetPage(toolset)).toMatchFileSnapshot(`${folder}/${toolset}.md`);
  },
);
