import { expect, test } from "vitest";
import { findHealth } from "./health.server.ts";

const health = { status: "ok", version: "0.1.0", mcp: "https://latchkey.example/mcp" };
const answering = (response: Response) => ({ fetch: async () => response });

test("what the dashboard knows when the API answers", async () => {
  const api = answering(Response.json({ ...health, time: "2026-11-22T04:00:00.000Z" }));
  expect(await findHealth(api)).toEqual(health);
});

test("what happens when the API throws", async () => {
  const api = { fetch: () => Promise.reject(new Error("connection lost")) };
  expect(await findHealth(api)).toBeNull();
});

test("what happens when the API answers something that is not JSON", async () => {
  expect(await findHealth(answering(new Response("<h1>Bad gateway</h1>", { status: 502 })))).toBeNull();
});

test("what happens when the API says that it is not well", async () => {
  expect(await findHealth(answering(Response.json({ ...health, status: "down" })))).toBeNull();
});

test("what happens when the MCP address is not a web address", async () => {
  expect(await findHealth(answering(Response.json({ ...health, mcp: "javascript:alert(1)" })))).toBeNull();
});
