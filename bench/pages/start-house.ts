import { z } from "zod";
import { startPlatform } from "#scripts/platform.ts";
import { createPerson } from "#tests/journeys/person.ts";

const PORT = 8810;
const CALLS = 30;

const Account = z.object({ accountId: z.string(), clientSecret: z.string() });
const Session = z.object({ organizations: z.array(z.object({ id: z.string(), slug: z.string() })).min(1) });

/** The platform with an owner in it, whose organization is connected, has a key and has made calls. */
export async function startHouse(dataDir: string) {
  const platform = await startPlatform({ port: PORT, dataDir, fresh: true });
  const owner = createPerson(platform, "bench@example.com");

  async function send(method: string, path: string, body?: object) {
    const answer = await owner.ask(method, path, body);
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  const control = (path: string, body: object) => post(`${platform.sandbox}/control${path}`, body);

  await owner.signUp({ organizationName: "Harbour Stays" });
  const [organization] = Session.parse(await send("GET", "/api/v1/session")).organizations;
  const base = `/api/v1/organizations/${organization?.id}`;
  const { accountId, clientSecret } = Account.parse(await control("/hostaway/accounts", { seed: "small" }));
  const credential = { accountId, secretKey: clientSecret };
  await send("POST", `${base}/connections`, { connector: "hostaway", credential });
  const key = z.object({ secret: z.string() }).parse(await send("POST", `${base}/keys`, { name: "Bench" }));
  const headers = { "x-api-key": key.secret };
  for (let call = 0; call < CALLS; call += 1)
    await post(`${platform.api}/api/v1/tools/get_properties`, {}, headers);

  return {
    dashboard: platform.dashboard,
    slug: organization?.slug ?? "",
    cookies: owner.listCookies(),
    /** As if a minute had passed: the limits of requests a minute begin anew. */
    passMinute: () => control("/clock", { advance: "1m" }),
    stop: platform.stop,
  };
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const all = { "content-type": "application/json", ...headers };
  const response = await fetch(url, { method: "POST", headers: all, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
