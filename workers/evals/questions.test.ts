import { expect, test } from "vitest";
import { listTools } from "#organization/tools/tool-table.ts";
import { subjects } from "./subjects.ts";

const questions = subjects.flatMap(([, own]) => own);
const toolsets = new Map(listTools().map(({ tool }) => [tool.name, tool.toolset]));

const toPage = () => `# Questions

What people who let homes ask, and the tool that answers it. A test asks each of them of the demo account, and compares the answer with what
is stored there. What would change something is asked as a dry run.
${subjects.map(toSection).join("")}`;

const toSection = ([subject, own]: (typeof subjects)[number]) => `
## ${subject}

| question | tool |
|---|---|
${own.map(({ question, tool }) => `| ${question} | [\`${tool}\`](tools/${toolsets.get(tool)}.md#${tool}) |`).join("\n")}
`;

test("docs/questions.md names the tool for every question", async () => {
  await expect(toPage()).toMatchFileSnapshot("../../docs/questions.md");
});

test("at least 60 questions are asked, none of them twice", () => {
  expect(new Set(questions.map(({ question }) => question)).size).toBe(questions.length);
  expect(questions.length).toBeGreaterThanOrEqual(60);
});

test("every tool answers one, but for those that ask about an earlier change", () => {
  const asked = new Set(questions.map(({ tool }) => tool));
  const unasked = [...toolsets.keys()].filter((name) => !asked.has(name));
  expect(unasked).toEqual(["get_job_status", "undo_change"]);
});
