import { expect, test, vi } from "vitest";
import { log } from "./log.ts";

const readLine = (error: unknown): Record<string, string> => {
  const console = vi.spyOn(globalThis.console, "error").mockImplementation(() => {});
  log.error("something.failed", error, { organization: "org_1" });
  const line = String(console.mock.lastCall?.[0]);
  console.mockRestore();
  return JSON.parse(line);
};

test("a failed query is logged without the values it was asked with", () => {
  const query = 'update "users" set "email" = ? where "id" = ?';
  const error = new Error(`Failed query: ${query}\nparams: ann@example.com,two\nlines,user_1`);
  const line = readLine(error);
  expect(line.message).toBe(`Failed query: ${query}`);
  expect(JSON.stringify(line)).not.toContain("ann@example.com");
  expect(JSON.stringify(line)).not.toContain("user_1");
  expect(line.stack).toContain(" at ");
});

test("another error is logged as it is, with what was said of it", () => {
  const line = readLine(new Error("Out of order", { cause: new Error("No paper") }));
  expect(line).toMatchObject({ message: "Out of order", cause: "No paper", organization: "org_1" });
});
