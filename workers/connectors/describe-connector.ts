import { z } from "zod";
import type { AnyConnector } from "./get-connector.ts";
import { Toolset, toolsetTexts } from "./toolsets.ts";

/** What the labels of a form are made of: `.meta()` of the credential's fields. */
const FieldMeta = z.object({
  title: z.string(),
  description: z.string().nullable().default(null),
  secret: z.boolean().default(false),
});

/** What people see of a connector before they connect an account of theirs. */
export function describeConnector({ credential, tools, writes, ...connector }: AnyConnector) {
  const { name, title, summary, docsUrl, steps } = connector;
  return {
    name,
    title,
    summary,
    docsUrl,
    steps: [...steps],
    fields: Object.entries(credential.shape).map(([field, schema]) => {
      const {
        title: label,
        description: hint,
        secret: isSecret,
      } = FieldMeta.parse(z.globalRegistry.get(schema));
      return { name: field, label, hint, isSecret };
    }),
    toolsets: Toolset.options.flatMap((toolset) => {
      const count = (all: readonly { toolset: Toolset }[]) =>
        all.filter((tool) => tool.toolset === toolset).length;
      const [reads, changes] = [count(tools), count(writes)];
      return reads + changes === 0
        ? []
        : [{ name: toolset, ...toolsetTexts[toolset], reads, writes: changes }];
    }),
  };
}
