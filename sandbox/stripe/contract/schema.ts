/** The part of JSON Schema that the contract is written in. */
export interface Schema {
  $ref?: string;
  type?: TypeName | TypeName[];
  const?: string | number | boolean;
  enum?: (string | number | boolean | null)[];
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: false | Schema;
  items?: Schema;
  anyOf?: Schema[];
}

export type TypeName = "string" | "number" | "boolean" | "null" | "object" | "array";
