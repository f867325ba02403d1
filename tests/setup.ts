import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll } from "vitest";
import { CLOCK_SPEED, control } from "./sandbox.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** In the middle of a month and of a day, so that no test straddles the end of either. */
beforeAll(() => control("POST", "/clock", { set: "2027-03-10T12:00:00Z", speed: CLOCK_SPEED }));
