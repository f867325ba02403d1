import { expect, test } from "vitest";
import { fillIn, getLegalText, LegalPage } from "./get-legal-text.ts";

const operator = { name: "Harbour Software Ltd.", address: "1 Quay, Porto", contact: "privacy@example.com" };

test.each(LegalPage.options)(
  "the text %s that ships is a template, even when it says who the operator is",
  (page) => {
    const { blocks, isFinished } = getLegalText(page, operator);
    expect(isFinished).toBe(false);
    const text = JSON.stringify(blocks);
    for (const value of Object.values(operator)) expect(text).toContain(value);
    expect(text).toContain("Template.");
    expect(text).not.toMatch(/\{(name|address|contact)\}/);
  },
);

test("a text is finished once the notice is gone and nothing is missing from the configuration", () => {
  const own = "# Terms\n\nBetween you and {name}, {address}, {contact}.";
  expect(fillIn(own, operator).isFinished).toBe(true);
  expect(fillIn(`> **Template.** Not ours yet.\n\n${own}`, operator).isFinished).toBe(false);
  const gap = fillIn(own, { ...operator, address: undefined });
  expect(gap.isFinished).toBe(false);
  expect(JSON.stringify(gap.blocks)).toContain("[operator's address]");
  expect(fillIn("See https://example.com/terms.", {}).isFinished).toBe(true);
});

test("what the operator configured is text and no markup of the answer", () => {
  const { blocks } = fillIn("{name}", { name: "<b>$& {address}" });
  expect(blocks).toEqual([{ kind: "paragraph", line: [{ kind: "text", text: "<b>$& {address}" }] }]);
});
