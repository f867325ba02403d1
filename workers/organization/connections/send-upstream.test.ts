import { expect, test } from "vitest";
import { codeOf } from "#tests/refusal.ts";
import { createSend } from "./send-upstream.ts";

type Fetch = typeof fetch;

const sendWith = (answer: Fetch, timeoutMs?: number) =>
  createSend({ fetch: answer, baseUrl: "https://upstream.test/v1", timeoutMs });

const never = () => new Promise<never>(() => {});
const untilAborted: Fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });

test("an answer comes back with status, parsed body and text", async () => {
  const seen: [unknown, RequestInit | undefined][] = [];
  const send = sendWith(async (input, init) => {
    seen.push([input, init]);
    return Response.json({ a: 1 }, { status: 422, headers: { "retry-after": "7" } });
  });
  expect(await send("/listings", { method: "POST" })).toEqual({
    status: 422,
    body: { a: 1 },
    text: '{"a":1}',
    retryAfterSeconds: 7,
  });
  expect(seen[0]?.[0]).toBe("https://upstream.test/v1/listings");
  expect(seen[0]?.[1]).toMatchObject({ method: "POST", redirect: "manual" });
});

const unreadable: [string, string][] = [
  ["a page of HTML", "<html><h1>502</h1></html>"],
  ["truncated JSON", '{"status":"success","result":[{"id":1'],
  ["nothing", ""],
];

test.each(unreadable)("%s has a text but no body", async (_, text) => {
  const answer = await sendWith(async () => new Response(text))("/", {});
  expect(answer).toEqual({ status: 200, body: undefined, text });
});

test("a Retry-After that is a date is left out", async () => {
  const headers = { "retry-after": "Wed, 10 Mar 2027 12:00:00 GMT" };
  const answer = await sendWith(async () => new Response("{}", { headers }))("/", {});
  expect(answer.retryAfterSeconds).toBeUndefined();
});

test("characters that are cut between two chunks are put together", async () => {
  const bytes = new TextEncoder().encode('"Zoë 🔑"');
  const answer = await sendWith(async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    void (async () => {
      for (const byte of bytes) await writer.write(Uint8Array.of(byte));
      await writer.close();
    })();
    return new Response(readable);
  })("/", {});
  expect(answer.body).toBe("Zoë 🔑");
});

test("an upstream that never answers is given up", async () => {
  expect(await codeOf(() => sendWith(untilAborted, 10)("/", {}))).toBe("upstream_timeout");
});

test("an upstream that stops in the middle of its answer is given up", async () => {
  const stalling: Fetch = async (_, init) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("{"));
        init?.signal?.addEventListener("abort", () => controller.error(init.signal?.reason));
      },
      pull: never,
    });
    return new Response(body);
  };
  expect(await codeOf(() => sendWith(stalling, 20)("/", {}))).toBe("upstream_timeout");
});

test("an upstream that cannot be reached is unavailable", async () => {
  const broken: Fetch = async () => {
    throw new TypeError("connection refused");
  };
  expect(await codeOf(() => sendWith(broken)("/", {}))).toBe("upstream_unavailable");
});

test("an answer without end is cut off", async () => {
  const chunk = new Uint8Array(1024 * 1024).fill(32);
  const endless: Fetch = async () =>
    new Response(new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(chunk) }));
  expect(await codeOf(() => sendWith(endless)("/", {}))).toBe("upstream_unavailable");
});
