import { type ClientSetup, listClientSetups, type WayIn } from "#organization/clients/client-setup.ts";

const EXAMPLE_API = "https://api.example.com";

const titles: Record<WayIn, string> = { sign_in: "Sign in", key: "With an API key" };

/** The text of docs/client-setups.md. */
export function makeClientPage(): string {
  const clients = listClientSetups({ name: "", apiUrl: EXAMPLE_API }).map(({ title, recommended, ways }) => {
    const sections = ways.map((setup) => {
      const isChoice = ways.length > 1 && setup.way === recommended;
      return `### ${titles[setup.way]}${isChoice ? " (recommended)" : ""}\n\n${toGuide(setup)}`;
    });
    return [`## ${title}`, ...sections].join("\n\n");
  });
  return `# Connect a client

How each client is told of the MCP endpoint. \`${EXAMPLE_API}\` stands for your API's address and \`$LATCHKEY_KEY\` for a key, which
is shown once, when it is made. The dashboard's page *Connect an assistant* has the same with your own address, and the buttons
that are named here; \`npm start\` prints some of it with a working key.

Clients that sign in find out from the address alone where to, and nobody has to look after a key. More or fewer tools: see the
[quickstart](quickstart.md#more-tools-or-fewer). What is odd about each: [clients and their quirks](clients.md).

${clients.join("\n\n")}

Made from \`workers/organization/clients/catalogue/\` by \`npm run docs\`.
`;
}

function toGuide({ file, language, note, steps, text }: ClientSetup): string {
  const list = steps.map((step, index) => `${index + 1}. ${step}`).join("\n");
  const parts = [list, `${file}:`, `\`\`\`${language}\n${text}\n\`\`\``, note];
  return parts.filter((part) => part !== null).join("\n\n");
}
