import { globSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { getDefaultEnvironment, StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { onTestFinished } from "vitest";
import { z } from "zod";

const Tokens = z.object({ access_token: z.string() });

/** mcp-remote as a client's configuration starts it, with no key: it wants a browser, and gets none but ours. */
export function startMcpRemote(url: string) {
  const home = mkdtempSync(join(tmpdir(), "mcp-remote-"));
  for (const opener of ["xdg-open", "open"])
    writeFileSync(join(home, opener), "#!/bin/sh\n", { mode: 0o755 });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["node_modules/mcp-remote/dist/proxy.js", url, "--transport", "http-only", "--auth-timeout", "60"],
    env: {
      ...getDefaultEnvironment(),
      HOME: home,
      MCP_REMOTE_CONFIG_DIR: home,
      PATH: [home, dirname(process.execPath)].join(delimiter),
    },
    stderr: "pipe",
  });
  const readToken = () => {
    const [file = ""] = globSync(`${home}/**/*_tokens.json`);
    return Tokens.parse(JSON.parse(readFileSync(file, "utf8"))).access_token;
  };
  const client = new Client({ name: "journey", version: "1.0.0" });
  onTestFinished(() => client.close());
  return { client, transport, readToken };
}

/** The address that mcp-remote asks a person to open. */
export function readAddress({ stderr }: StdioClientTransport): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let said = "";
  stderr?.on("data", (chunk) => {
    said += String(chunk);
    const [, address] = /authorize this client by visiting:\s+(\S+)\s/.exec(said) ?? [];
    if (address !== undefined) resolve(address);
  });
  return promise;
}
