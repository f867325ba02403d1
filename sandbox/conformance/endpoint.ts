import { McpServer } from "@modelcontextprotocol/server";
import { createMcpEndpoint } from "#organization/mcp/endpoint.ts";
import { serverOptions } from "#organization/mcp/identity.ts";
import { contentTools } from "./content-tools.ts";
import { inputRequiredTools } from "./input-required-tools.ts";
import { notificationTools } from "./notification-tools.ts";
import { registerPrompts } from "./prompts.ts";
import { questionTools } from "./question-tools.ts";
import { requestState } from "./request-state.ts";
import { registerResources } from "./resources.ts";
import { schemaTools } from "./schema-tools.ts";
import { loadSkills } from "./skills.ts";
import { taskTools } from "./task-tools.ts";
import { registerTasks, TASKS } from "./tasks.ts";
import { registerTools } from "./tool.ts";

export const tools = [
  ...contentTools,
  ...notificationTools,
  ...questionTools,
  ...inputRequiredTools,
  ...schemaTools,
  ...taskTools,
];

const capabilities = {
  tools: { listChanged: true },
  prompts: { listChanged: true },
  resources: { listChanged: true, subscribe: true },
  completions: {},
  logging: {},
  extensions: { [TASKS]: {} },
};

/** What the suites' scenarios name, cached as long as the product lets its own be cached. */
export async function createServer(): Promise<McpServer> {
  const mcp = new McpServer(
    { name: "latchkey-conformance", version: "1" },
    { capabilities, cacheHints: serverOptions.cacheHints, requestState },
  );
  registerTools(mcp, tools, endpoint.notify);
  registerTasks(mcp);
  registerPrompts(mcp);
  registerResources(mcp);
  (await loadSkills()).attach(mcp);
  return mcp;
}

export const endpoint = createMcpEndpoint({ createServer });
