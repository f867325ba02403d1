import { z } from "zod";

/** A piece of a line. */
export const Inline = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["text", "code", "strong", "emphasis"]), text: z.string() }),
  z.object({ kind: z.literal("link"), text: z.string(), url: z.string(), isCode: z.boolean() }),
]);
export type Inline = z.infer<typeof Inline>;

const Line = z.array(Inline);

export const Block = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), level: z.number(), id: z.string(), line: Line }),
  z.object({ kind: z.enum(["paragraph", "quote"]), line: Line }),
  z.object({ kind: z.literal("list"), isOrdered: z.boolean(), items: z.array(Line) }),
  z.object({ kind: z.literal("table"), head: z.array(Line), rows: z.array(z.array(Line)) }),
  z.object({ kind: z.literal("code"), text: z.string() }),
]);
export type Block = z.infer<typeof Block>;
