import { z } from "zod";
import { DEFAULT_TOOLSET, Toolset, toolsetTexts } from "#connectors/toolsets.ts";
import { exampleOf } from "./tool-examples.ts";
import { isWriteTool, listTools, type ToolEntry } from "./tool-table.ts";

/*
 * The pages of docs/tools, written from the tools themselves. A test keeps the files as these functions would write them;
 * `npx vitest run --project workers -u workers/organization/tools/docs.test.ts` writes them anew.
 */

const toolsOf = (toolset: Toolset): ToolEntry[] => listTools().filter(({ tool }) => tool.toolset === toolset);

export function toToolsTable(): string {
  const rows = Toolset.options.flatMap((toolset) =>
    toolsOf(toolset).map(
      (entry) =>
        `| [\`${entry.tool.name}\`](${toolset}.md#${entry.tool.name}) | ${toolset} | ${entry.tool.access} | ${hasDryRun(entry) ? "yes" : "–"} | ${toUndo(entry)} |`,
    ),
  );
  const toolsets = Toolset.options.map(
    (toolset) => `- [\`${toolset}\`](${toolset}.md): ${toolsetTexts[toolset].summary}`,
  );
  return `# Tools

Which question takes which tool: [questions](../questions.md).

| tool | toolset | access | dry run | undo |
|---|---|---|---|---|
${rows.join("\n")}

**Access.** \`read\` changes nothing. \`write\` changes something in Hostaway, \`destructive\` something that cannot simply be put
back. Both need a key, or an assistant that was let in, with the scope \`write\`.

## Toolsets

${toolsets.join("\n")}

A key that names no toolsets may call every tool, but clients are listed \`${DEFAULT_TOOLSET}\` only, because a long list costs a model attention and
tokens. The address says what else: \`/mcp?toolsets=core,finance\`, or \`/mcp?toolsets=all\`. A key that names toolsets is listed those. An address
narrows a key and never widens it; \`?readonly=1\` leaves out what writes. REST calls, at \`/api/v1/tools/<tool>\`, take every tool that the key allows.

There is no \`batch_get_properties\` or \`batch_get_bookings\`: \`get_properties\` and \`get_bookings\` take \`ids\`, and their rows are the compact ones that
a batch would answer with.
`;
}

export function toToolsetPage(toolset: Toolset): string {
  const sections = toolsOf(toolset).map(toSection);
  return `# ${toolset}\n\n${toolsetTexts[toolset].summary} All tools: [README](README.md).\n\n${sections.join("\n")}`;
}

function toSection(entry: ToolEntry): string {
  const { access, description, name } = entry.tool;
  const undo = isWriteTool(entry.tool) ? ` · undo: ${toUndo(entry)}` : "";
  const example = JSON.stringify({ name, arguments: exampleOf(entry) });
  return `## ${name}

*${access}${undo}*

${description}

${toArguments(entry)}

\`\`\`json
${example}
\`\`\`
`;
}

const Property = z.looseObject({
  type: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  default: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  description: z.string().optional(),
});
type Property = z.infer<typeof Property>;

function toArguments({ listed: { inputSchema } }: ToolEntry): string {
  const properties = Object.entries(inputSchema.properties ?? {});
  if (properties.length === 0) return "No arguments.";
  const rows = properties.map(([name, schema]) => {
    const property = Property.parse(schema);
    const need = inputSchema.required?.includes(name) ? "required" : toDefault(property);
    return `| \`${name}\` | ${toType(property)} | ${need} | ${toCell(property.description ?? "")} |`;
  });
  return `| argument | type | default | meaning |\n|---|---|---|---|\n${rows.join("\n")}`;
}

function toType({ enum: values, format, maximum, minimum, type }: Property): string {
  if (values !== undefined) return values.map((value) => `\`${value}\``).join(", ");
  if (format !== undefined) return format;
  const bounds = maximum === undefined ? "" : ` ${minimum ?? ""}–${maximum}`;
  return `${typeof type === "string" ? type : "several"}${bounds}`;
}

const toDefault = ({ default: value }: Property): string =>
  value === undefined ? "" : `\`${JSON.stringify(value)}\``;

const toCell = (text: string): string => text.replaceAll("|", "\\|");

const hasDryRun = ({ tool }: ToolEntry): boolean => isWriteTool(tool) || "dry_run" in tool.input.shape;

function toUndo({ tool }: ToolEntry): string {
  if (!isWriteTool(tool)) return "–";
  return "impossible" in tool.undo ? `no: ${toCell(tool.undo.impossible)}` : "yes";
}
