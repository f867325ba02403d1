import type { Tool as ListedTool } from "@modelcontextprotocol/server";
import { z } from "zod";

export type ObjectSchema = ListedTool["inputSchema"];

/**
 * The JSON Schema that clients list, without what only costs tokens: the dialect, the bounds that every safe integer has,
 * and, of answers, the words and what the rows of a list hold. These stand in docs/tools and in the OpenAPI document.
 */
export function toListedSchema(schema: z.ZodObject, io: "input" | "output"): ObjectSchema {
  const { $schema, ...listed } = z.toJSONSchema(schema, {
    io,
    override({ jsonSchema, path }) {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (io === "output") shorten(jsonSchema, path.includes("items"));
    },
  });
  return toObjectSchema(listed);
}

function shorten(schema: z.core.JSONSchema.JSONSchema, isRow: boolean): void {
  delete schema.description;
  if (schema.additionalProperties === false) delete schema.additionalProperties;
  if (!isRow || schema.properties === undefined) return;
  delete schema.properties;
  delete schema.required;
}

/** Safe because a JSON Schema is JSON, and that of a z.object has the type "object". */
function toObjectSchema(schema: z.core.JSONSchema.JSONSchema): ObjectSchema {
  return schema as ObjectSchema;
}
