import { keyPlaceholder } from "#organization/clients/catalogue/client-entry.ts";
import { clientCatalogue } from "#organization/clients/client-catalogue.ts";

/** Those that are told of a key in a file or a terminal, which most people try first. */
const shown = [clientCatalogue.claude_code, clientCatalogue.claude_desktop, clientCatalogue.cursor];

interface Running {
  mcp: string;
  api: string;
  dashboard: string;
  sandbox: string;
  mailbox: string;
  organization: string;
  apiKey: string;
  email: string;
  password: string;
}

/** What the terminal shows once everything is up. */
export function describePlatform({
  api,
  apiKey,
  dashboard,
  email,
  mailbox,
  mcp,
  organization,
  password,
  sandbox,
}: Running): string {
  const assistants = shown.map(({ title, key: { file, toText } }) => {
    const lines = toText({ name: "latchkey", url: mcp }).replaceAll(keyPlaceholder, apiKey).split("\n");
    return [`${title} (${file})`, ...lines.map((line) => `  ${line}`)].join("\n");
  });
  return `
Latchkey is running. Stop it with Ctrl-C.

  Dashboard     ${dashboard}
  Sign in as    ${email}
  Password      ${password}
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
