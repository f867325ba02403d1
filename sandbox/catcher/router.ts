import type { ContentfulStatusCode } from "hono/utils/http-status";
import { jsonApp } from "#sandbox/json-app.ts";

export const catcher = jsonApp("/catcher");

catcher.get("/:name", (c) => c.json({ requests: c.env.world.catches.listOf(c.req.param("name")) }));

/** Takes anything. `?status=` is what it answers with instead of 200; a redirect leads back to itself. */
catcher.post("/:name", async (c) => {
  const { catches, clock } = c.env.world;
  const caught = catches.add({
    name: c.req.param("name"),
    headers: c.req.header(),
    body: await c.req.text(),
    caughtAt: new Date(clock.now()).toISOString(),
  });
  const status = Number(c.req.query("status") ?? 200);
  if (status >= 300 && status < 400) c.header("location", c.req.path);
  return c.json({ id: caught.id }, toStatus(status));
});

/** Safe because a request asks for it by number, and any number from 200 on has a body here. */
const toStatus = (status: number) => status as ContentfulStatusCode;
