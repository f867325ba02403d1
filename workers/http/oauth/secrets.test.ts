import { expect, onTestFinished, test, vi } from "vitest";
import { createOwner, obtainCode, passTime, registerConfidential, tryToken } from "#tests/authorization.ts";
import { database } from "#tests/database.ts";
import {
  askMcp,
  askToken,
  newAuthorization,
  openConsent,
  refresh,
  Tokens,
  toExchange,
} from "#tests/oauth.ts";
import { dumpDatabase, listAudit } from "#tests/organization.ts";

const LEVELS = ["debug", "info", "log", "warn", "error"] as const;

/** Everything that is written to the log until the test is over. */
function readLog(): () => string {
  const spies = LEVELS.map((level) => vi.spyOn(console, level).mockImplementation(() => {}));
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
  });
  return () => spies.flatMap(({ mock }) => mock.calls.flat().map(String)).join("\n");
}

/** All that happens to a client that keeps a secret, well and badly, with every secret that was in it. */
async function live() {
  const { ann, organization } = await createOwner();
  const { client_id: clientId, client_secret } = await registerConfidential("client_secret_post");
  const opened = await openConsent(ann, newAuthorization(clientId).query);
  const obtained = await obtainCode(ann, organization.id, { clientId });
  const form = { ...toExchange(obtained, obtained.code), client_secret };
  const answers: unknown[] = [];
  const ask = async (change: Record<string, string>) => {
    const { body } = await askToken({ ...form, ...change });
    answers.push(body);
    return body;
  };
  await ask({ code_verifier: "x".repeat(43) });
  await ask({ client_secret: `${client_secret}x` });
  const first = Tokens.parse(await askToken(form).then(({ body }) => body));
  const renewal = { grant_type: "refresh_token", client_id: clientId, client_secret };
  const renewed = await askToken({ ...renewal, refresh_token: first.refresh_token });
  const second = Tokens.parse(renewed.body);
  await tryToken(second.access_token);
  answers.push((await askMcp(second.access_token, "tools/call", { name: "send_guest_message" })).text);
  answers.push((await askMcp(`${second.access_token}x`, "tools/list")).text);
  await ask({});
  answers.push((await refresh(clientId, second.refresh_token)).body);
  passTime(24 * 3_600_000);
  answers.push((await askMcp(second.access_token, "tools/list")).text);
  const handle = opened.kind === "consent" ? opened.handle : "";
  const secrets = {
    code: obtained.code,
    verifier: obtained.verifier,
    clientSecret: client_secret,
    handle,
    accessToken: first.access_token,
    laterAccessToken: second.access_token,
    refreshToken: first.refresh_token,
    laterRefreshToken: second.refresh_token,
  };
  return { organization, answers, secrets };
}

/** A token's last part is the secret one; the others name who it is for. */
const toSecretPart = (value: string) => value.split(":").at(-1) ?? value;

test("no code, token, verifier, handle or client's secret is in a log, a refusal, an audit row or a database", async () => {
  const log = readLog();
  const { answers, organization, secrets } = await live();
  const { results } = await database.prepare("select key, value from oauth_records").all();
  const places = {
    log: log(),
    refusals: JSON.stringify(answers),
    audit: JSON.stringify(await listAudit(organization)),
    object: await dumpDatabase(organization),
    directory: JSON.stringify(results),
  };
  expect(places.log).toContain("oauth.refused");
  expect(places.audit).toContain("grants/approve");
  expect(places.object).toContain("grants/revoke");
  for (const [place, text] of Object.entries(places)) {
    for (const [name, value] of Object.entries(secrets)) {
      expect(value.length, name).toBeGreaterThan(20);
      expect(text.includes(toSecretPart(value)), `${name} in ${place}`).toBe(false);
    }
  }
});
