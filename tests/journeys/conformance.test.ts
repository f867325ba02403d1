import { beforeAll, expect, test } from "vitest";
import { runAuthorizationSuite } from "./conformance-authorization.ts";
import { exceptions, generic, isUntestable, newer, newest, older, pending } from "./conformance-cases.ts";
import { listSuccesses, type Run, runSuite, toFigures, withStatus } from "./conformance-suite.ts";
import { startDemoPlatform } from "./demo-platform.ts";
import { startKeyProxy } from "./key-proxy.ts";
import { createPerson } from "./person.ts";
import { getPort } from "./ports.ts";

type Results = Awaited<ReturnType<typeof runSuite>>;

const port = getPort("conformance") + 4;
const product = new Map<Run, Results>();
const fixture = new Map<Run, Results>();
let authorization: Results;

beforeAll(async () => {
  const platform = await startDemoPlatform("conformance", { dashboard: true });
  const { api, apiKey, email, mcp: resource, organization, password, sandbox } = platform;
  await startKeyProxy(port, api, apiKey);
  const run = async (runs: Run[], url: string, results: Map<Run, Results>) => {
    for (const one of runs) results.set(one, await runSuite(url, one));
  };
  await Promise.all([
    run([older, newer, newest], `http://127.0.0.1:${port}/mcp`, product),
    run([older, newer, newest], `${sandbox}/conformance/mcp`, fixture),
    // Mostly waits.
    run([pending], `${sandbox}/conformance/mcp`, fixture),
  ]);
  const person = createPerson(platform, email);
  await person.ask("POST", "/api/v1/auth/sign-in/email", { email, password });
  const suite = { issuer: api, resource, port: port + 1, person, organization };
  authorization = await runAuthorizationSuite(suite);
});

const getChecks = (run: Run, scenario: string) => product.get(run)?.get(scenario) ?? [];

test.each(generic)("the $suite suite's $scenario of $of", ({ run, scenario }) => {
  const checks = getChecks(run, scenario);
  for (const { id, errorMessage } of withStatus("WARNING", checks))
    console.warn(`${scenario}: ${id}: ${errorMessage}`);
  expect(listSuccesses(checks)).not.toEqual([]);
  expect(withStatus("FAILURE", checks).filter((check) => !isUntestable(check))).toEqual([]);
});

test("the newer suite sees no session that could have a life", () => {
  const scenario = "server-session-lifecycle";
  expect(getChecks(newer, scenario)).toMatchObject([{ id: `${scenario}-skipped`, status: "INFO" }]);
});

test.each([older, newer, newest, pending])(
  "every scenario of the $suite suite, $of, passes on the fixture",
  (run) => {
    const scenarios = [...(fixture.get(run) ?? [])];
    const checks = scenarios.flatMap(([, found]) => found);
    const { empty, warned } = exceptions.get(run) ?? { empty: [], warned: [] };
    expect(withStatus("FAILURE", checks)).toEqual([]);
    expect(withStatus("WARNING", checks).map(({ id }) => id)).toEqual(warned);
    const vain = scenarios.filter(([, found]) => listSuccesses(found).length === 0);
    expect(vain.map(([scenario]) => scenario)).toEqual(empty);
    expect(checks).not.toEqual([]);
  },
);

test("the newer suite gets a token of the authorization server, and finds nothing to warn of", () => {
  const checks = [...authorization.values()].flat();
  expect(checks.map(({ id, status }) => [id, status])).toEqual([
    ["authorization-server-metadata", "SUCCESS"],
    ["authorization-server-metadata-cimd", "SUCCESS"],
    ["authorization-code-grant", "SUCCESS"],
  ]);
});

test("the figures are printed, and none is a failure", () => {
  const ofProduct = [older, newer, newest].map((run) => {
    const scenarios = generic.filter((one) => one.run === run).map((one) => getChecks(run, one.scenario));
    const testable = scenarios.map((checks) => checks.filter((check) => !isUntestable(check)));
    return toFigures("the product", run, testable);
  });
  const ofFixture = [older, newer, newest, pending].map((run) =>
    toFigures("the fixture", run, [...(fixture.get(run)?.values() ?? [])]),
  );
  const run = { suite: "newer", of: "authorization" } as const;
  const ofServer = toFigures("the authorization server", run, [...authorization.values()]);
  const figures = [...ofProduct, ofServer, ...ofFixture];
  console.log(figures.join("\n"));
  expect(figures.filter((line) => !line.includes(" 0 failed"))).toEqual([]);
});
