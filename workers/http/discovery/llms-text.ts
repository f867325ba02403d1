import type { Config } from "#env.ts";
import { toMcpAddress } from "#organization/clients/client-setup.ts";
import { documents } from "../docs/documents.ts";

/** What only somebody who runs a Latchkey needs. */
const optional: readonly string[] = ["roles", "quickstart", "self-hosting"];

/** What a model reads first about this deployment, in the form of llmstxt.org. */
export function toLlmsText({ apiUrl, dashboardUrl }: Pick<Config, "apiUrl" | "dashboardUrl">): string {
  const link = (title: string, url: string, summary: string) => `- [${title}](${url}): ${summary}`;
  const pages = [...documents].map(([name, { summary, title }]) => ({
    name,
    line: link(title, `${apiUrl}/docs/${name}.md`, summary),
  }));
  const linesOf = (isWanted: (name: string) => boolean) =>
    pages.flatMap(({ line, name }) => (isWanted(name) ? line : [])).join("\n");
  const isTool = (name: string) => name.startsWith("tools");
  return `# Latchkey

> Latchkey lets property managers run Hostaway from assistants such as Claude, ChatGPT and Cursor: over MCP and over REST, with roles, limits and a log of every call.

The MCP endpoint is ${toMcpAddress(apiUrl)} (Streamable HTTP). Clients sign in there by OAuth, or send an API key as \`X-API-Key\`.

## Documentation

${linesOf((name) => !isTool(name) && !optional.includes(name))}

## Tools

${linesOf(isTool)}

## API

${link("OpenAPI document", `${apiUrl}/openapi.json`, "every tool as an HTTP operation")}
${link("Errors", `${apiUrl}/docs#errors`, "each code with its cause, and who can fix it")}
${link("MCP registry entry", `${apiUrl}/server.json`, "this server as registries list it")}

## Service

${link("Pricing", `${dashboardUrl}/pricing`, "what the plans cost and hold")}
${link("Privacy", `${dashboardUrl}/privacy`, "what is stored, and for how long")}
${link("Terms", `${dashboardUrl}/terms`, "on what terms this service is offered")}

## Optional

${linesOf((name) => optional.includes(name))}
`;
}
