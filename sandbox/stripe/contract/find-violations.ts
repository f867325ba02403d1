import type { Schema, TypeName } from "./schema.ts";

export interface Options {
  $defs: Record<string, Schema>;
  /** In a form, numbers, truth values and null are text. */
  form?: boolean;
}

/** Where `value` is not as the schema has it, each in a few words. */
export function findViolations(schema: Schema, value: unknown, options: Options, at = ""): string[] {
  const { $ref, type, anyOf, pattern } = schema;
  if ($ref) return findViolations(resolve($ref, options), value, options, at);
  if (anyOf) return findInClosest(anyOf, value, options, at);
  const values = schema.const === undefined ? schema.enum : [schema.const];
  if (values && !values.some((allowed) => isSame(allowed, value, options)))
    return [`${at} is ${show(value)}, none of ${showAll(values)}`];
  if (type && !isOfType([type].flat(), value, schema, options))
    return [`${at} is ${show(value)}, not of type ${[type].flat().join(" or ")}`];
  if (pattern && typeof value === "string" && !new RegExp(pattern).test(value))
    return [`${at} is ${show(value)}, which does not match ${pattern}`];
  if (Array.isArray(value) && schema.items) {
    const { items } = schema;
    return value.flatMap((item, index) => findViolations(items, item, options, `${at}[${index}]`));
  }
  return typeof value === "object" && value !== null ? findInObject(schema, value, options, at) : [];
}

function findInObject(schema: Schema, object: object, options: Options, at: string): string[] {
  const { properties = {}, required = [], additionalProperties = {} } = schema;
  const within = (name: string) => (at ? `${at}.${name}` : name);
  // What is undefined is not sent.
  const fields = Object.entries(object).filter(([, value]) => value !== undefined);
  const names = new Set(fields.map(([name]) => name));
  const missing = required.filter((name) => !names.has(name)).map((name) => `${within(name)} is missing`);
  const present = fields.flatMap(([name, value]) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    return property ? findViolations(property, value, options, within(name)) : [`${within(name)} is unknown`];
  });
  return [...missing, ...present];
}

/** If it is none of the choices: what is wrong with it as the one that it comes closest to. */
function findInClosest(choices: Schema[], value: unknown, options: Options, at: string): string[] {
  const found: string[][] = [];
  for (const choice of choices) {
    const violations = findViolations(choice, value, options, at);
    if (violations.length === 0) return [];
    found.push(violations);
  }
  const [closest = []] = found.sort((a, b) => distanceOf(a, at) - distanceOf(b, at));
  return distanceOf(closest, at) < wrongType ? closest : [found.flat().join("; ")];
}

const wrongType = 1_000_000;
const wrongKind = 1_000;

/** An object of another kind is further away than any object of this kind, and what is no object is further still. */
function distanceOf(violations: string[], at: string): number {
  const kind = at ? `${at}.object is ` : "object is ";
  const distances = violations.map((text) =>
    text.startsWith(`${at} is `) ? wrongType : text.startsWith(kind) ? wrongKind : 1,
  );
  return distances.reduce((sum, distance) => sum + distance, 0);
}

function isSame(allowed: string | number | boolean | null, value: unknown, { form }: Options): boolean {
  return form ? String(allowed ?? "") === value : allowed === value;
}

function isOfType(types: TypeName[], value: unknown, schema: Schema, { form }: Options): boolean {
  return types.some((type) => {
    if (type === "array") return Array.isArray(value);
    // A map whose keys are numbers looks like an array in a form.
    if (type === "object" && Array.isArray(value))
      return form === true && Boolean(schema.additionalProperties);
    if (type === "null") return form ? value === "" : value === null;
    if (type === "number" && form) return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);
    if (type === "boolean" && form) return value === "true" || value === "false";
    return typeof value === type && value !== null;
  });
}

export function resolve(ref: string, { $defs }: Options): Schema {
  const schema = $defs[ref.slice("#/$defs/".length)];
  if (!schema) throw new Error(`The contract lacks ${ref}`);
  return schema;
}

const showAll = (values: unknown[]) =>
  values.length > 12 ? `the ${values.length} that it may be` : values.map(show).join(", ");

function show(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
