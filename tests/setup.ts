import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll } from "vitest";
import { tasks } from "#organization/schedule/tasks.ts";
import { freezeStatements, takeViolations, watchStatements } from "./isolation/watch-statements.ts";
import { CLOCK_SPEED, control } from "./sandbox.ts";
import { forgetBilling } from "./stripe.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** No test passes by a statement that may reach another organization's rows. */
beforeAll(() => {
  const end = watchStatements();
  return async () => {
    end();
    await freezeStatements();
    const violations = takeViolations();
    if (violations.length > 0) throw new Error(`Statements that break isolation:\n${violations.join("\n")}`);
  };
});

/** In the middle of a month and of a day, so that no test straddles the end of either. */
beforeAll(() => control("POST", "/clock", { set: "2027-03-10T12:00:00Z", speed: CLOCK_SPEED }));

beforeAll(forgetBilling);

/** Registering webhooks takes requests of an account's budget, and tests count those: the tests of it turn it on again. */
beforeAll(() => {
  const { register_webhooks: original } = tasks;
  tasks.register_webhooks = () => null;
  return () => {
    tasks.register_webhooks = original;
  };
});
