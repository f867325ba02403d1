import { fromJsonSchema } from "@modelcontextprotocol/server";
import { z } from "zod";
import { defineTool, text } from "./tool.ts";

export const schemaTools = [
  defineTool({
    name: "json_schema_2020_12_tool",
    description: "Tool with JSON Schema 2020-12 features",
    input: fromJsonSchema({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      $defs: {
        address: {
          $anchor: "addressDef",
          type: "object",
          properties: { street: { type: "string" }, city: { type: "string" } },
        },
      },
      properties: {
        name: { type: "string" },
        address: { $ref: "#/$defs/address" },
        contactMethod: { type: "string", enum: ["phone", "email"] },
        phone: { type: "string" },
        email: { type: "string" },
      },
      allOf: [{ anyOf: [{ required: ["phone"] }, { required: ["email"] }] }],
      if: { properties: { contactMethod: { const: "phone" } }, required: ["contactMethod"] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: ["phone"] },
      else: { required: ["email"] },
      additionalProperties: false,
    }),
    run: ({ args }) => text(JSON.stringify(args)),
  }),
  defineTool({
    name: "test_mirrored_header",
    description: "Has an argument that its client repeats in the header Mcp-Param-Region.",
    input: z.object({ region: z.string().meta({ "x-mcp-header": "Region" }) }),
    run: ({ args }) => text(args.region),
  }),
];
