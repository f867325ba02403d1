import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import {
  advance,
  Caller,
  callerOf,
  control,
  mintToken,
  newCaller,
  requestToken,
  resetSandbox,
  worker,
} from "#sandbox/testing.ts";

afterAll(resetSandbox);

const demo = { client_id: "10001", client_secret: "sandbox-secret-10001" };

test("a token comes outside the envelope and looks like a JWT of the account", async () => {
  const body = await (await requestToken(demo)).json();
  expect(body).toEqual({ token_type: "Bearer", expires_in: 63_072_000, access_token: expect.any(String) });
  const { access_token } = z.object({ access_token: z.string() }).parse(body);
  const [header, claims] = access_token
    .split(".")
    .map((part) => part.replaceAll("-", "+").replaceAll("_", "/"));
  expect(JSON.parse(atob(header ?? ""))).toMatchObject({ alg: "RS256" });
  expect(JSON.parse(atob(claims ?? ""))).toMatchObject({ aud: "10001", scopes: ["general"], sub: "" });
});

test("only a complete form is understood", async () => {
  const asJson = {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(demo),
  };
  const json = await worker.fetch("http://sandbox/hostaway/v1/accessTokens", asJson);
  expect([json.status, await json.json()]).toEqual([
    400,
    expect.objectContaining({ error: "invalid_request" }),
  ]);
  const wrong = { ...demo, grant_type: "password" };
  expect(await (await requestToken(wrong)).json()).toMatchObject({ error: "unsupported_grant_type" });
  expect(await (await requestToken({ ...demo, scope: "all" })).json()).toMatchObject({
    error: "invalid_scope",
  });
});

test("a wrong secret and an unknown account get the same refusal, whose status can be switched", async () => {
  const refusal = { error: "invalid_client", message: "Client authentication failed" };
  for (const fields of [
    { ...demo, client_secret: "wrong" },
    { ...demo, client_id: "99" },
  ]) {
    const response = await requestToken(fields);
    expect([response.status, await response.json()]).toEqual([401, refusal]);
  }
  await control("/hostaway/settings", { account: "10002", badSecretStatus: 403 });
  expect((await requestToken({ client_id: "10002", client_secret: "wrong" })).status).toBe(403);
});

test("a token works one second after it was minted and not before", async () => {
  const caller = await newCaller();
  await caller.set({ tokenDelayMs: 1000 });
  await control("/clock", { speed: 0 });
  const fresh = new Caller(
    caller.accountId,
    await mintToken(caller.accountId, `sandbox-secret-${caller.accountId}`),
  );
  await advance(999);
  const early = await fresh.get("/listings");
  expect(early).toMatchObject({
    status: 403,
    body: { status: "fail", message: expect.stringContaining("invalid token") },
  });
  await advance(1);
  expect((await fresh.get("/listings")).status).toBe(200);
  await control("/clock", { speed: 1 });
});

test("a revoked token is dead, and dead tokens can be switched to 401", async () => {
  const caller = await newCaller();
  const token = await mintToken(caller.accountId, `sandbox-secret-${caller.accountId}`);
  const revoked = new Caller(caller.accountId, token);
  expect((await revoked.get("/listings")).status).toBe(200);
  const answer = await revoked.send("DELETE", `/accessTokens?token=${token}`);
  expect(JSON.parse(answer.text)).toEqual({ status: "success", result: [] });
  expect((await revoked.get("/listings")).status).toBe(403);
  await caller.set({ deadTokenStatus: 401 });
  expect((await revoked.get("/listings")).status).toBe(401);
});

test("no token, or one that was never minted, is refused on every data path", async () => {
  await control("/hostaway/settings", { ipLimit: null });
  for (const path of [
    "/listings",
    "/listings/40160/calendar",
    "/reservations",
    "/conversations",
    "/amenities",
  ]) {
    const bare = await worker.fetch(`http://sandbox/hostaway/v1${path}`);
    expect([bare.status, await bare.json()]).toMatchObject([
      403,
      { message: expect.stringContaining("invalid token") },
    ]);
    expect((await new Caller("10001", "invented").get(path)).status).toBe(403);
  }
});

test("the token decides whose data is seen, though ids are the same", async () => {
  const [big, small] = [await callerOf("10001"), await callerOf("10002")];
  const smallIds = (await small.list("/listings")).ids;
  expect(smallIds).toEqual((await big.list("/listings?limit=3")).ids);
  for (const path of [`/listings/${smallIds[0]}`, "/reservations/5100001", "/conversations/8200001"]) {
    const [ours, theirs] = [await big.single(path), await small.single(path)];
    expect(ours.id).toBe(theirs.id);
    expect(ours).not.toEqual(theirs);
  }
  await small.put(`/listings/${smallIds[0]}`, { name: "Changed in 10002 only" });
  expect((await big.single(`/listings/${smallIds[0]}`)).name).not.toBe("Changed in 10002 only");
});
