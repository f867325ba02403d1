import ts from "typescript";
import type { Schema } from "#sandbox/stripe/contract/schema.ts";

/** The body behind what a method of the SDK returns: `Promise<Response<X>>`, or a list or search result of `X`. */
export function toAnswer(result: ts.TypeNode, toSchema: (node: ts.TypeNode) => Schema): Schema {
  const { name, argument } = readGeneric(result);
  if (name === "ApiListPromise") return toPage("list", toSchema(argument));
  if (name === "ApiSearchResultPromise")
    return toPage("search_result", toSchema(argument), { next_page: { type: ["string", "null"] } });
  return toSchema(readGeneric(argument).argument);
}

function toPage(object: string, item: Schema, more: Record<string, Schema> = {}): Schema {
  const properties: Record<string, Schema> = {
    object: { const: object },
    data: { type: "array", items: item },
    has_more: { type: "boolean" },
    url: { type: "string" },
    ...more,
  };
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

function readGeneric(node: ts.TypeNode): { name: string; argument: ts.TypeNode } {
  const [argument] = (ts.isTypeReferenceNode(node) && node.typeArguments) || [];
  if (!ts.isTypeReferenceNode(node) || !argument) throw new Error(`Not a result: ${node.getText()}`);
  return { name: node.typeName.getText(), argument };
}
