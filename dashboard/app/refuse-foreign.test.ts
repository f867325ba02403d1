import { expect, test } from "vitest";
import { refuseForeign } from "./refuse-foreign.ts";

const url = "https://dashboard.example/sunny/keys";
const post = (headers: Record<string, string>, body = "intent=create") =>
  refuseForeign(new Request(url, { method: "POST", headers, body }));

test("a page of ours may post, and everybody may read", () => {
  expect(post({ origin: "https://dashboard.example", "content-length": "13" })).toBeNull();
  expect(refuseForeign(new Request(url, { headers: { origin: "https://evil.example" } }))).toBeNull();
});

test.each(["https://evil.example", "https://dashboard.example.evil.example", "null"])(
  "what %s makes a browser post is refused",
  (origin) => {
    expect(post({ origin, "content-length": "13" })?.status).toBe(403);
  },
);

test("what says no origin is refused", () => {
  expect(post({ "content-length": "13" })?.status).toBe(403);
});

test("a body without a length, or of more than half a megabyte, is refused", () => {
  const origin = "https://dashboard.example";
  expect(post({ origin })?.status).toBe(411);
  expect(post({ origin, "content-length": "600000" })?.status).toBe(413);
});
