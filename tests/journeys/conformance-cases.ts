import type { Check, Run } from "./conformance-suite.ts";

export const older: Run = { suite: "older", of: "2025-11-25" };
export const newer: Run = { suite: "newer", of: "2025-11-25" };
export const newest: Run = { suite: "newer", of: "2026-07-28" };
/** Extensions are for the newer revision only. */
export const pending: Run = { suite: "newer", of: "pending" };

const of2025 = [
  "server-initialize",
  "ping",
  "tools-list",
  "resources-list",
  "prompts-list",
  "dns-rebinding-protection",
];
const of2026 = [
  "tools-list",
  "resources-list",
  "prompts-list",
  "dns-rebinding-protection",
  "sep-2164-resource-not-found",
  "caching",
  "http-header-validation",
  "server-sse-multiple-streams",
  "input-required-result-unsupported-methods",
  "server-stateless",
];

/** The scenarios that mean something on any product's server; the others need the suite's own test tools. */
export const generic = [
  ...of2025.map((scenario) => ({ ...older, run: older, scenario })),
  ...of2025.map((scenario) => ({ ...newer, run: newer, scenario })),
  ...of2026.map((scenario) => ({ ...newest, run: newest, scenario })),
];

const testTools: Record<string, string> = {
  "sep-2575-server-rejects-undeclared-capability": "test_missing_capability",
  "sep-2575-missing-capability-http-400": "test_missing_capability",
  "sep-2575-http-server-no-independent-requests-on-stream": "test_streaming_elicitation",
  "sep-2575-server-no-log-without-loglevel": "test_logging_tool",
};

/** Checks inside of generic scenarios that call a tool of the suite's own, which no product has. */
export function isUntestable({ id, errorMessage = "" }: Check): boolean {
  const tool = testTools[id];
  return tool !== undefined && errorMessage.startsWith("Not testable") && errorMessage.includes(`'${tool}'`);
}

/** What even the sandbox's fixture cannot be given, by the suite's doing. */
export const exceptions = new Map([
  // Its requests name 2025-03-26, whatever was negotiated, and no stream of that revision can be resumed.
  [older, { empty: ["server-sse-polling"], warned: ["server-sse-priming-event", "server-sse-retry-field"] }],
  // Skipped whatever the server does, until its authors have written it anew.
  [pending, { empty: ["tasks-status-notifications"], warned: [] }],
]);
