import { join } from "node:path";
import { getDemo } from "#scripts/demo.ts";
import { startPlatform } from "#scripts/platform.ts";
import { cleanUpWith } from "./clean-up.ts";
import { getPort, type Journey } from "./ports.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

/** The platform with its demo organization, run by this process on the journey's ports until the file's tests are over. */
export async function startDemoPlatform(journey: Journey, { dashboard = false } = {}) {
  const dataDir = makeTemporaryFolder();
  const platform = await startPlatform({ port: getPort(journey), dataDir, dashboard });
  cleanUpWith(platform.stop);
  const demo = await getDemo(platform, join(dataDir, "demo.json"));
  return { ...platform, ...demo, mcp: `${platform.api}/mcp` };
}
