import type { Schema } from "#sandbox/stripe/contract/schema.ts";

/** One schema for "any of these", in the shortest form. */
export function toUnion(parts: Schema[]): Schema {
  const literals = parts.flatMap((part) => (part.const === undefined ? [] : [part.const]));
  const types = parts.flatMap((part) => (isBare(part) && typeof part.type === "string" ? [part.type] : []));
  const others = parts.filter((part) => part.const === undefined && !(isBare(part) && part.type));
  if (literals.includes(true) && literals.includes(false))
    return toUnion([{ type: "boolean" }, ...parts.filter((part) => typeof part.const !== "boolean")]);

  const [only, ...more] = literals;
  const nullable = types.length === 1 && types[0] === "null";
  if (only !== undefined && nullable && others.length === 0) return { enum: [...literals, null] };
  const choices: Schema[] = [...others];
  if (only !== undefined) choices.unshift(more.length === 0 ? { const: only } : { enum: literals });
  const [type, ...moreTypes] = types;
  if (type) choices.unshift({ type: moreTypes.length === 0 ? type : types });
  const [single] = choices;
  return single && choices.length === 1 ? single : { anyOf: choices };
}

const isBare = (schema: Schema) => Object.keys(schema).join() === "type";
