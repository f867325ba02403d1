import { allowAccess, type ClientEntry, type ClientLink, type McpServer } from "./client-entry.ts";
import { toJson, toShellWord } from "./texts.ts";

const common = {
  file: ".vscode/mcp.json",
  language: "json",
  note: "In a company, MCP may have to be allowed by policy first. A chat can use at most 128 tools at a time.",
} as const;

const save = "Press Add to VS Code, or save the text as the file in your project.";
const pickTools = "In the chat choose Agent and pick the tools.";

const toServer = ({ url }: McpServer) => ({ type: "http", url });

/** VS Code asks for the key once and keeps it out of the file. */
const toServerWithKey = (server: McpServer) => ({
  ...toServer(server),
  headers: { "X-API-Key": `\${input:${server.name}}` },
});

const toInputs = ({ name }: McpServer) => [
  { type: "promptString", id: name, description: "Latchkey API key", password: true },
];

/** Name, server and inputs in one piece, as links and the terminal have them. */
const toPiece = (server: McpServer) => JSON.stringify({ name: server.name, ...toServer(server) });
const toPieceWithKey = (server: McpServer) =>
  JSON.stringify({ name: server.name, ...toServerWithKey(server), inputs: toInputs(server) });

const toLink = (piece: string): ClientLink => ({
  label: "Add to VS Code",
  url: `vscode:mcp/install?${encodeURIComponent(piece)}`,
});

const toTerminalStep = (piece: string) => `From a terminal instead: code --add-mcp ${toShellWord(piece)}`;

export const vsCode = {
  title: "VS Code",
  sign_in: {
    ...common,
    toText: (server) => toJson({ servers: { [server.name]: toServer(server) } }),
    toSteps: (server) => [
      save,
      `Start the server: the word Start stands above its entry in the file. VS Code asks whether it may sign in: allow it. ${allowAccess}`,
      pickTools,
      toTerminalStep(toPiece(server)),
    ],
    toLink: (server) => toLink(toPiece(server)),
  },
  key: {
    ...common,
    toText: (server) =>
      toJson({ inputs: toInputs(server), servers: { [server.name]: toServerWithKey(server) } }),
    toSteps: (server) => [
      save,
      "Start the server: the word Start stands above its entry in the file. VS Code asks for your key.",
      pickTools,
      toTerminalStep(toPieceWithKey(server)),
    ],
    toLink: (server) => toLink(toPieceWithKey(server)),
  },
} as const satisfies ClientEntry;
