import { expect, test } from "vitest";
import { createBrowser } from "#tests/browser.ts";

test("everybody reads the operator's texts without signing in, and finds no third one", async () => {
  const stranger = createBrowser();
  for (const [page, title] of [
    ["privacy", "Privacy policy"],
    ["terms", "Terms of service"],
  ]) {
    const { body, status } = await stranger.get(`/api/v1/legal/${page}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      isFinished: false,
      blocks: expect.arrayContaining([
        { kind: "heading", level: 1, id: expect.any(String), line: [{ kind: "text", text: title }] },
      ]),
    });
  }
  expect((await stranger.get("/api/v1/legal/imprint")).status).toBe(400);
});
