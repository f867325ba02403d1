import { expect, test } from "vitest";
import { AppError, type ErrorCode } from "#errors.ts";
import { toErrorResponse } from "./error-response.ts";

const API = "https://latchkey.test";

test("a refusal is a receipt with its status, never cached", async () => {
  const resetsAt = Date.UTC(2027, 3, 1);
  const response = toErrorResponse(
    new AppError("quota_exceeded", "Used up.", { limit: 5, used: 5, resetsAt }),
    API,
  );
  expect(response.status).toBe(402);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toEqual({
    error: {
      code: "quota_exceeded",
      message: "Used up.",
      limit: 5,
      used: 5,
      resetsAt: "2027-04-01T00:00:00.000Z",
      whoCanFix: "owner",
      url: `${API}/docs/errors/quota_exceeded`,
    },
  });
});

const headers: [ErrorCode, string, string | null][] = [
  ["missing_credential", "www-authenticate", 'Bearer realm="latchkey"'],
  ["revoked_key", "www-authenticate", 'Bearer realm="latchkey", error="invalid_token"'],
  ["insufficient_scope", "www-authenticate", 'Bearer realm="latchkey", error="insufficient_scope"'],
  ["method_not_allowed", "allow", "POST"],
];

test.each(headers)("%s has the header %s that goes with it", (code, name, value) => {
  expect(toErrorResponse(new AppError(code), API).headers.get(name)).toBe(value);
});

test("a wait is said in Retry-After", () => {
  const error = new AppError("rate_limited", undefined, { retryAfterSeconds: 7 });
  expect(toErrorResponse(error, API).headers.get("retry-after")).toBe("7");
});
