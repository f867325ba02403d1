import { expect, test } from "vitest";
import { allow } from "./allow.ts";
import { readAddress, startMcpRemote } from "./mcp-remote.ts";
import { createOwner, platform } from "./stage.ts";

test("x", async () => {
  const owner = await createOwner({ connected: true });
  const { client, transport, readToken } = startMcpRemote(`${platform.api}/mcp`);
  const connecting = client.connect(transport);
  const address = await readAddress(transport);
  console.log(address);
  const to = await allow(owner, new URL(address));
  console.log(String(to));
  console.log((await fetch(to)).status);
  await connecting;
  expect((await client.callTool({ name: "get_properties", arguments: {} })).isError).toBeFalsy();
  console.log(readToken());
  await client.close();
});
