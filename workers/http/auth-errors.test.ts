import { expect, test } from "vitest";
import { toAuthError } from "./auth-errors.ts";

const refuse = (status: number, code: string, message = "The library's own words.") => {
  const error = toAuthError({ status, code, message });
  return [error.status, error.code, error.message];
};

test("another site's request is refused for its origin, and no other refusal says so", () => {
  for (const code of ["INVALID_ORIGIN", "MISSING_OR_NULL_ORIGIN", "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED"]) {
    expect(refuse(403, code).slice(0, 2)).toEqual([403, "origin_not_allowed"]);
  }
  expect(refuse(403, "SOMETHING_NEW")).toEqual([
    400,
    "invalid_request",
    expect.not.stringContaining("library"),
  ]);
});

test("a session that is too old is told to sign in again, by a code that does not say it has ended", () => {
  expect(refuse(400, "SESSION_NOT_FRESH")).toEqual([
    403,
    "proof_required",
    expect.stringMatching(/sign in again/),
  ]);
});

test("what is wrong with a form is said by the names of its fields", () => {
  const message = "[body.email] is missing; [body.a.b] must not be empty";
  expect(refuse(400, "VALIDATION_ERROR", message)[2]).toBe("email: is missing; a.b: must not be empty");
  const whole = "[body] must be an object";
  expect(refuse(400, "VALIDATION_ERROR", whole)[2]).toBe("must be an object");
});

test("nothing of a failure inside gets out", () => {
  expect(refuse(500, "FAILED_TO_CREATE_USER", "UNIQUE constraint failed")).toEqual([
    500,
    "internal",
    expect.not.stringContaining("UNIQUE"),
  ]);
});
