import { expect, test } from "vitest";
import { readSession } from "./session.server.ts";

function createArgs(answer: () => Response, method = "GET") {
  const asked: string[] = [];
  const fetch = async (request: Request) => {
    asked.push(new URL(request.url).pathname);
    return answer();
  };
  const context = { cloudflare: { env: { API: { fetch } } }, nonce: "" };
  const request = new Request("https://dashboard.example/sunny", { method });
  return { asked, args: { context, request, params: {} } };
}

const session = () => Response.json({ now: 1, organizations: [] });

test("the loaders of one page ask for the session once, and those of the next anew", async () => {
  const { args, asked } = createArgs(session);
  expect(await Promise.all([readSession(args), readSession(args)])).toEqual([
    await readSession(args),
    { now: 1, organizations: [] },
  ]);
  expect(asked).toEqual(["/api/v1/session"]);
  const next = createArgs(session);
  await readSession(next.args);
  expect(next.asked).toHaveLength(1);
});

test("an action asks each time", async () => {
  const { args, asked } = createArgs(session, "POST");
  await readSession(args);
  await readSession(args);
  expect(asked).toHaveLength(2);
});

test("what is refused can be read by every loader", async () => {
  const { args } = createArgs(() => new Response("Bad gateway", { status: 502 }));
  const refusals = await Promise.all([1, 2].map(() => readSession(args).catch((thrown: unknown) => thrown)));
  for (const refusal of refusals) {
    if (!(refusal instanceof Response)) throw new Error("It was not refused.");
    expect(await refusal.json()).toMatchObject({ code: "api_unreachable" });
  }
});
