import { expect, test } from "vitest";
import { request } from "#sandbox/testing.ts";

test("what is sent to a name is kept under it, and answered as asked for", async () => {
  const name = crypto.randomUUID();
  const send = (query: string, body: object) => request(`/catcher/${name}${query}`, { method: "POST", body });
  expect((await send("", { one: 1 })).status).toBe(200);
  expect((await send("?status=503", { two: 2 })).status).toBe(503);
  const { text } = await request(`/catcher/${name}`);
  expect(JSON.parse(text)).toMatchObject({
    requests: [{ body: '{"one":1}' }, { body: '{"two":2}' }],
  });
  expect(JSON.parse((await request("/catcher/another")).text)).toEqual({ requests: [] });
});
