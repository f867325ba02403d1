import { expect, test, vi } from "vitest";
import { logAuth } from "./log-auth.ts";

test("what a failed query held does not reach the log", () => {
  const written = vi.spyOn(console, "error").mockImplementation(() => {});
  const query = "Failed query: insert into users\nparams: ann@example.com";
  logAuth("error", query, new Error(query, { cause: new Error("UNIQUE constraint failed: users.email") }));
  const [line] = written.mock.calls[0] ?? [];
  written.mockRestore();
  expect(line).toContain("Failed query: insert into users");
  expect(line).toContain("UNIQUE constraint failed");
  expect(line).not.toContain("ann@example.com");
});
