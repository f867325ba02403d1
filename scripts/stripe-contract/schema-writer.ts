import ts from "typescript";
import type { Schema } from "#sandbox/stripe/contract/schema.ts";
import { toUnion } from "./to-union.ts";

const decimal: Schema = { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" };

/** Types of the SDK as JSON Schema: each interface once, under its name in `$defs`. */
export class SchemaWriter {
  readonly #checker: ts.TypeChecker;
  readonly #isWhole: (fileName: string) => boolean;
  readonly #names = new Map<ts.Type, string>();
  readonly #defs = new Map<string, Schema>();
  readonly #byContent = new Map<string, string>();

  /** Of an object declared in a file that is not `isWhole`, only its kind is written. */
  constructor(checker: ts.TypeChecker, isWhole: (fileName: string) => boolean) {
    this.#checker = checker;
    this.#isWhole = isWhole;
  }

  get defs(): Record<string, Schema> {
    return Object.fromEntries([...this.#defs].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  toSchema(type: ts.Type): Schema {
    const parts = type.isUnion() ? type.types : [type];
    const values = parts.filter(({ flags }) => !(flags & absent));
    // An open enum: what else it might hold one day is left out, so that a typo shows.
    const isEnum = values.some((part) => part.isStringLiteral() && part.value !== "");
    const kept = isEnum ? values.filter((part) => !isCalled(part, "OtherString")) : values;
    return toUnion(kept.map((part) => this.#toSingle(part)));
  }

  #toSingle(type: ts.Type): Schema {
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral)
      return { const: this.#checker.typeToString(type) === "true" };
    if (type.flags & ts.TypeFlags.Null) return { type: "null" };
    if (type.flags & ts.TypeFlags.String || isCalled(type, "OtherString")) return { type: "string" };
    if (type.flags & ts.TypeFlags.Number) return { type: "number" };
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (isCalled(type, "Decimal")) return decimal;
    if (isCalled(type, "Partial")) return { type: "object" };
    if (this.#checker.isArrayType(type))
      return { type: "array", items: this.toSchema(this.#argumentOf(type)) };
    if (type.flags & ts.TypeFlags.Object) return this.#toObject(type);
    throw new Error(`No schema for ${this.#checker.typeToString(type)}`);
  }

  #toObject(type: ts.Type): Schema {
    const values = this.#checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (values) return { type: "object", additionalProperties: this.toSchema(values) };
    const name = toName(type.symbol);
    if (!name) return this.#toProperties(type);
    return { $ref: `#/$defs/${this.#names.get(type) ?? this.#define(name, type)}` };
  }

  /** Types that are alike share one definition: the first one's. */
  #define(name: string, type: ts.Type): string {
    this.#names.set(type, name);
    const schema = this.#isOpaque(type) ? this.#toKind(type) : this.#toProperties(type);
    const content = JSON.stringify(schema);
    const same = this.#byContent.get(content) ?? name;
    this.#byContent.set(content, same);
    this.#names.set(type, same);
    if (same !== name) return same;
    if (this.#defs.has(name)) throw new Error(`Two types are called ${name}.`);
    this.#defs.set(name, schema);
    return name;
  }

  #isOpaque(type: ts.Type): boolean {
    const file = type.symbol.declarations?.[0]?.getSourceFile().fileName ?? "";
    return this.#kindOf(type) !== undefined && !this.#isWhole(file);
  }

  #toKind(type: ts.Type): Schema {
    return {
      type: "object",
      properties: { object: this.toSchema(this.#kindOf(type) ?? type) },
      required: ["object"],
    };
  }

  /** The type of `object`, which every object of the API has and nothing else. */
  #kindOf(type: ts.Type): ts.Type | undefined {
    const kind = type.getProperty("object");
    return kind && this.#checker.getTypeOfSymbol(kind);
  }

  #toProperties(type: ts.Type): Schema {
    const properties = this.#checker
      .getPropertiesOfType(type)
      .map((property) => ({ property, value: this.#checker.getTypeOfSymbol(property) }))
      .filter(({ value }) => !isAbsent(value));
    if (properties.length === 0) return { type: "object" };
    const required = properties.filter(({ property }) => !(property.flags & ts.SymbolFlags.Optional));
    return {
      type: "object",
      properties: Object.fromEntries(
        properties.map(({ property, value }) => [property.name, this.toSchema(value)]),
      ),
      ...(required.length > 0 && { required: required.map(({ property }) => property.name) }),
      additionalProperties: false,
    };
  }

  #argumentOf(type: ts.Type): ts.Type {
    const [argument] =
      type.flags & ts.TypeFlags.Object ? this.#checker.getTypeArguments(toReference(type)) : [];
    if (!argument) throw new Error(`No argument: ${this.#checker.typeToString(type)}`);
    return argument;
  }
}

const absent = ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never;

/** `deleted?: void` says that an object which is there has no such field. */
const isAbsent = (type: ts.Type) =>
  (type.isUnion() ? type.types : [type]).every(({ flags }) => flags & absent);

const isCalled = (type: ts.Type, alias: string) => type.aliasSymbol?.name === alias;

/** Safe: an array type is a reference to Array. */
const toReference = (type: ts.Type) => type as ts.TypeReference;

/** `Checkout.Session.Consent`; none for what is generic or has no name. */
function toName(symbol: ts.Symbol): string | undefined {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration || !ts.isInterfaceDeclaration(declaration) || declaration.typeParameters) return;
  const names = [symbol.name];
  for (let node: ts.Node = declaration.parent; node; node = node.parent)
    if (ts.isModuleDeclaration(node)) names.unshift(node.name.text);
  const [, folder] = /resources\/(\w+)\/\w+\.d\.ts$/.exec(declaration.getSourceFile().fileName) ?? [];
  return [...(folder && folder !== names[0] ? [folder] : []), ...names].join(".");
}
