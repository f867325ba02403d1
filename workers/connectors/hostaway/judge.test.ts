import { expect, test } from "vitest";
import type { Verdict } from "#connectors/define-connector.ts";
import { judge } from "./judge.ts";

const fail = (message: string) => ({ status: "fail", message });

test.each<[string, number, unknown, Verdict]>([
  ["an answer", 200, { status: "success", result: [] }, "ok"],
  ["an answer without an envelope", 200, { access_token: "x" }, "ok"],
  ["200 that fails", 200, fail("Invalid dates"), "rejected"],
  [
    "200 that fails with the text in result",
    200,
    { status: "fail", result: "Listing not found" },
    "not_found",
  ],
  ["200 that fails without a text", 200, { status: "fail", result: [] }, "rejected"],
  ["200 with a page of HTML", 200, undefined, "unavailable"],
  ["200 with a bare list", 200, null, "unavailable"],
  ["a redirect", 302, undefined, "unavailable"],
  ["bad input", 400, fail("url is not reachable"), "rejected"],
  ["401", 401, fail("whatever"), "unauthorized"],
  ["403 without a readable body", 403, undefined, "unauthorized"],
  ["403 without a text", 403, { status: "fail", result: [] }, "unauthorized"],
  ["403 about the token", 403, fail("The access token is invalid"), "unauthorized"],
  ["403 about an expired token", 403, fail("Token expired"), "unauthorized"],
  ["403 as documented for a dead token", 403, fail("Access denied"), "unauthorized"],
  ["403 about a locked record", 403, fail("This reservation is managed by the channel"), "locked"],
  ["404", 404, fail("Resource not found"), "not_found"],
  ["409", 409, fail("Overbooking"), "rejected"],
  ["422", 422, { status: "fail", result: "guests is required" }, "rejected"],
  ["429", 429, fail("Too many requests"), "rate_limited"],
  ["500", 500, undefined, "unavailable"],
  ["503 with an envelope", 503, fail("maintenance"), "unavailable"],
])("%s", (_, status, body, verdict) => {
  expect(judge({ status, body, text: "" })).toBe(verdict);
});
