import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject, vi } from "vitest";
import { z } from "zod";
import { createPerson as createCaller } from "#tests/journeys/person.ts";

export const platform = inject("pages");
const browser = await chromium.connect(platform.browser);

/** Unlike that of any other file or test. */
export const toNewEmail = (name = "ann") => `${name}-${crypto.randomUUID().slice(0, 8)}@example.com`;

export interface View {
  page: Page;
  /** What the page complained about: errors, warnings, refusals by the security policy. */
  complaints: string[];
}

/** A browser profile of its own, in which nobody is signed in. */
export async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: platform.dashboard,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  if (options.javaScriptEnabled === false) scriptless.add(context);
  return context;
}

const scriptless = new WeakSet<BrowserContext>();

/** A page of the dashboard. Statuses such as 404 are no complaint. */
export async function openPage(context: BrowserContext, path: string): Promise<View> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    if (!/Failed to load resource: the server responded with a status of 4/.test(message.text()))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(path);
  if (!scriptless.has(context)) await waitForScript(page);
  return { page, complaints };
}

/** Until React has taken over the page: before that, a click is the browser's own. */
export async function waitForScript(page: Page): Promise<void> {
  const isTaken = `Object.keys(document.body).some((key) => key.startsWith("__reactFiber"))`;
  await vi.waitUntil(() => page.evaluate(isTaken), { timeout: 10_000, interval: 10 });
}

export type Caller = ReturnType<typeof createCaller>;

/** Somebody with a confirmed address who is signed in, without an organization unless one is named. */
export async function createPerson({
  name = "Ann Miller",
  email = toNewEmail(name.split(" ")[0]?.toLowerCase()),
  organization,
}: {
  name?: string;
  email?: string;
  organization?: string;
} = {}) {
  const caller = createCaller(platform, email);
  await caller.signUp({ name, organizationName: organization });
  const context = await openContext();
  const terms = { url: platform.dashboard, httpOnly: true, sameSite: "Lax" as const };
  await context.addCookies(caller.listCookies().map((cookie) => ({ ...cookie, ...terms })));
  return { ...caller, context };
}

const Session = z.object({
  organizations: z.array(z.object({ id: z.string(), slug: z.string(), name: z.string() })),
});

/** An owner with an organization, connected to a Hostaway account of its own with three listings if so wanted. */
export async function createOwner({ organization = "Harbour Stays", connected = false } = {}) {
  const person = await createPerson({ organization });
  const { body } = await person.ask("GET", "/api/v1/session");
  const [made] = Session.parse(body).organizations;
  if (made === undefined) throw new Error("The organization was not made.");
  const base = `/api/v1/organizations/${made.id}`;
  if (connected) {
    const { accountId, clientSecret } = await createHostawayAccount();
    const credential = { accountId, secretKey: clientSecret };
    await expectOk(person.ask("POST", `${base}/connections`, { connector: "hostaway", credential }));
  }
  return { ...person, organization: made, base, home: `/${made.slug}` };
}

export async function expectOk(asked: ReturnType<Caller["ask"]>) {
  const answer = await asked;
  if (answer.status >= 400) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

const Account = z.object({ accountId: z.string(), clientSecret: z.string() });

export async function createHostawayAccount(seed = "small") {
  return Account.parse(await control("/hostaway/accounts", { seed }));
}

/** Moves the sandbox. */
export async function control(path: string, body: object): Promise<unknown> {
  const response = await fetch(`${platform.sandbox}/control${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
