import { expect, test } from "vitest";
import { startDemoPlatform } from "./demo-platform.ts";
import { createPerson } from "./person.ts";

test("from signing up to a key that dies with its member, over the dashboard's address and the public one", async () => {
  const platform = await startDemoPlatform("accounts", { dashboard: true });
  const owner = createPerson(platform, "ann@example.com");
  const { status, link, confirmed } = await owner.signUp({ organizationName: "Ann's homes" });
  expect(status).toBe(200);
  expect(link.startsWith(platform.dashboard)).toBe(true);
  expect(confirmed.headers.getSetCookie().every((set) => /httponly/i.test(set))).toBe(true);

  const { organizations } = (await owner.ask("GET", "/api/v1/organizations")).body;
  expect(organizations).toMatchObject([{ name: "Ann's homes", role: "owner", state: "active" }]);
  const base = `/api/v1/organizations/${organizations[0].id}`;

  const connect = (secretKey: string) =>
    owner.ask("POST", `${base}/connections`, {
      connector: "hostaway",
      credential: { accountId: "10002", secretKey },
    });
  expect((await connect("wrong")).body).toMatchObject({ error: { code: "connection_invalid" } });
  expect((await connect("sandbox-secret-10002")).status).toBe(201);

  const key = (await owner.ask("POST", `${base}/keys`, { name: "Office" })).body;
  const call = async (secret: string) => {
    const headers = { "x-api-key": secret, "content-type": "application/json" };
    const init = { method: "POST", headers, body: "{}" };
    return (await fetch(`${platform.api}/api/v1/tools/get_properties`, init)).status;
  };
  expect(await call(key.secret)).toBe(200);

  const join = async (email: string, role: string) => {
    const person = createPerson(platform, email);
    await person.signUp({ name: "Ben" });
    expect((await owner.ask("POST", `${base}/invitations`, { email, role })).status).toBe(201);
    const invitation = (await person.openMail(/invites you/)).split("/").at(-1);
    expect((await person.ask("POST", `/api/v1/invitations/${invitation}/accept`)).status).toBe(200);
    return person;
  };
  const viewer = await join("vera@example.com", "viewer");
  expect((await viewer.ask("GET", `${base}/keys`)).status).toBe(200);
  expect((await viewer.ask("POST", `${base}/keys`, { name: "Mine" })).body).toMatchObject({
    error: { code: "role_not_sufficient" },
  });

  const member = await join("ben@example.com", "member");
  const theirs = (await member.ask("POST", `${base}/keys`, { name: "Laptop" })).body;
  expect(await call(theirs.secret)).toBe(200);
  const { members } = (await owner.ask("GET", `${base}/members`)).body;
  const { userId } = members.find(({ email }: { email: string }) => email === member.email);
  expect((await owner.ask("DELETE", `${base}/members/${userId}`)).status).toBe(204);
  expect(await call(theirs.secret)).toBe(401);
  expect(await call(key.secret)).toBe(200);

  // The same cookie opens nothing on the public address.
  const atApi = new URL(base, platform.api).href;
  expect((await owner.ask("GET", atApi)).status).toBe(404);
});
