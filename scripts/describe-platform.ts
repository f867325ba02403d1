import { keyPlaceholder, listAssistants } from "../dashboard/app/assistants.ts";

interface Running {
  mcp: string;
  api: string;
  dashboard: string;
  sandbox: string;
  mailbox: string;
  organization: string;
  apiKey: string;
}

/** What the terminal shows once everything is up. */
export function describePlatform({
  api,
  apiKey,
  dashboard,
  mailbox,
  mcp,
  organization,
  sandbox,
}: Running): string {
  const assistants = listAssistants(mcp).map(({ name, place, snippet }) => {
    const lines = snippet.replaceAll(keyPlaceholder, apiKey).split("\n");
    return [`${name} (${place})`, ...lines.map((line) => `  ${line}`)].join("\n");
  });
  return `
Latchkey is running. Stop it with Ctrl-C.

  Dashboard     ${dashboard}
  MCP           ${mcp}
  API           ${api}/docs
  Sandbox       ${sandbox}
  Mailbox       ${mailbox}
  Organization  ${organization}
  API key       ${apiKey}

${assistants.join("\n\n")}

Try it:
  curl -X POST ${api}/api/v1/tools/get_properties \\
    -H "X-API-Key: ${apiKey}" -H "Content-Type: application/json" -d '{"city": "Miami"}'
`;
}
