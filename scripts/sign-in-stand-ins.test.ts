import { expect, test } from "vitest";
import { toSignInStandIns } from "./sign-in-stand-ins.ts";

const SANDBOX = "http://127.0.0.1:8789";

test("without clients of one's own the sandbox plays both providers", () => {
  expect(toSignInStandIns(SANDBOX, {})).toMatchObject({
    GOOGLE_URL: `${SANDBOX}/identity-provider/google`,
    GITHUB_URL: `${SANDBOX}/identity-provider/github`,
    GITHUB_API_URL: `${SANDBOX}/identity-provider/github/api`,
  });
});

test("a real client replaces its stand-in whole, so that its secret is never sent to the sandbox", () => {
  const settings = toSignInStandIns(SANDBOX, { GOOGLE_CLIENT_ID: "real" });
  expect(Object.keys(settings).filter((name) => name.startsWith("GOOGLE"))).toEqual([]);
  expect(settings).toHaveProperty("GITHUB_URL");
});
