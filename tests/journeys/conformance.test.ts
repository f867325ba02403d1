import { beforeAll, expect, test } from "vitest";
import { type Check, type Run, runScenario } from "./conformance-suite.ts";
import { startDemoPlatform } from "./demo-platform.ts";
import { startKeyProxy } from "./key-proxy.ts";
import { getPort } from "./ports.ts";

/** The scenarios that mean something on any product's server; the others need the suite's own test tools. */
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
const runs: Run[] = [
  ...of2025.map((scenario): Run => ({ suite: "older", version: "2025-11-25", scenario })),
  ...of2025.map((scenario): Run => ({ suite: "newer", version: "2025-11-25", scenario })),
  ...of2026.map((scenario): Run => ({ suite: "newer", version: "2026-07-28", scenario })),
];

/** Checks inside of generic scenarios that call a tool of the suite's own, which no product has. */
const untestable: Record<string, string> = {
  "sep-2575-server-rejects-undeclared-capability": "test_missing_capability",
  "sep-2575-missing-capability-http-400": "test_missing_capability",
  "sep-2575-http-server-no-independent-requests-on-stream": "test_streaming_elicitation",
  "sep-2575-server-no-log-without-loglevel": "test_logging_tool",
};

const port = getPort("conformance") + 4;
const url = `http://127.0.0.1:${port}/mcp`;

beforeAll(async () => {
  const { api, apiKey } = await startDemoPlatform("conformance");
  await startKeyProxy(port, api, apiKey);
});

test.each(runs)("the $suite suite's $scenario of $version", async (run) => {
  const checks = await runScenario(url, run);
  for (const { id, errorMessage } of checks.filter(({ status }) => status === "WARNING"))
    console.warn(`${run.scenario}: ${id}: ${errorMessage}`);
  expect(checks.filter(({ status }) => status === "SUCCESS")).not.toEqual([]);
  expect(checks.filter((check) => check.status === "FAILURE" && !isUntestable(check))).toEqual([]);
});

test("the newer suite sees no session that could have a life", async () => {
  const scenario = "server-session-lifecycle";
  const checks = await runScenario(url, { suite: "newer", version: "2025-11-25", scenario });
  expect(checks).toMatchObject([{ id: `${scenario}-skipped`, status: "INFO" }]);
});

function isUntestable({ id, errorMessage = "" }: Check): boolean {
  const tool = untestable[id];
  return tool !== undefined && errorMessage.startsWith("Not testable") && errorMessage.includes(`'${tool}'`);
}
