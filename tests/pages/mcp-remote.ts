import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { getDefaultEnvironment, StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

/** mcp-remote as a client's configuration starts it, with no key: it wants a browser, and gets none but ours. */
export function startMcpRemote(url: string) {
  const home = mkdtempSync(join(tmpdir(), "mcp-remote-"));
  const opener = join(home, "xdg-open");
  writeFileSync(opener, "#!/bin/sh\n");
  chmodSync(opener, 0o755);
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
  const client = new Client({ name: "journey", version: "1.0.0" });
  return { client, transport };
}

/** The address that mcp-remote asks a person to open. */
export async function readAddress({ stderr }: StdioClientTransport): Promise<string> {
  let said = "";
  for await (const chunk of stderr ?? []) {
    said += String(chunk);
    const [, address] = /authorize this client by visiting:\s+(\S+)\s/.exec(said) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(`mcp-remote asked for no browser: ${said}`);
}
