import type { Tool as ListedTool } from "@modelcontextprotocol/server";
import { z } from "zod";

export type ObjectSchema = ListedTool["inputSchema"];

/**
 * The JSON Schema that clients list, without what only costs tokens: the dialect, the bounds that every safe integer has,
 * and, of answers, that they hold nothing else.
 */
export function toListedSchema(schema: z.ZodObject, io: "input" | "output"): ObjectSchema {
  const { $schema, ...listed } = z.toJSONSchema(schema, {
    io,
    override({ jsonSchema }) {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (io === "output" && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
    },
  });
  return toObjectSchema(listed);
}

/** Safe because a JSON Schema is JSON, and that of a z.object has the type "object". */
function toObjectSchema(schema: z.core.JSONSchema.JSONSchema): ObjectSchema {
  return schema as ObjectSchema;
}
