import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { z } from "zod";
import { allow } from "./allow.ts";
import { cleanUpWith } from "./clean-up.ts";
import { type Check, readChecks, suites } from "./conformance-suite.ts";
import type { createPerson } from "./person.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

interface Options {
  issuer: string;
  resource: string;
  /** Where the suite takes the code: free, and of nobody else. */
  port: number;
  /** Signed in; lets the suite in. */
  person: ReturnType<typeof createPerson>;
  organization: string;
}

const scenarios = ["authorization-server-metadata-endpoint", "authorization-code-grant"];

/** Runs the newer suite against an authorization server, as a client that has registered itself. */
export async function runAuthorizationSuite({
  issuer,
  organization,
  person,
  port,
  resource,
}: Options): Promise<Map<string, Check[]>> {
  const folder = makeTemporaryFolder();
  const clientId = await register(issuer, `http://127.0.0.1:${port}/callback`);
  const client = ["--client-id", clientId, "--resource", resource, "--port", String(port)];
  const args = [`${suites.newer}/dist/index.js`, "authorization", "--url", issuer, ...client, "-o", folder];
  const run = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  cleanUpWith(() => run.kill());
  // It prints the address that a browser should open, and waits.
  for await (const line of createInterface({ input: run.stdout }))
    if (line.startsWith(`${issuer}/`)) await fetch(await allow(line, { ask: person.ask, organization }));
  return new Map(
    scenarios.map((scenario) => [scenario, readChecks(folder, `authorization-server-${scenario}`)]),
  );
}

async function register(issuer: string, redirectUri: string): Promise<string> {
  const response = await fetch(`${issuer}/oauth/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_name: "Conformance suite",
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: "none",
    }),
  });
  return z.object({ client_id: z.string() }).parse(await response.json()).client_id;
}
