import ts from "typescript";
import type { Contract } from "#sandbox/stripe/contract/contract.ts";
import type { Schema } from "#sandbox/stripe/contract/schema.ts";
import { type Call, readCalls } from "./read-calls.ts";
import { readEvents } from "./read-events.ts";
import { embedded, resources } from "./resources.ts";
import { SchemaWriter } from "./schema-writer.ts";
import { toAnswer } from "./to-answer.ts";

const sdk = "node_modules/stripe/esm";
const fileOf = (name: string) => `${sdk}/resources/${name}.d.ts`;

/** What the installed SDK's types say of each call: its parameters, its answer, and what an event is about. */
export function buildContract(): Contract {
  const program = ts.createProgram([...resources.map(fileOf), `${sdk}/apiVersion.d.ts`], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const whole = new Set([...resources, ...embedded].map(fileOf));
  const writer = new SchemaWriter(checker, (file) => whole.has(file.slice(file.indexOf(sdk))));
  const getFile = (path: string) => {
    const file = program.getSourceFile(path);
    if (!file) throw new Error(`The SDK has no ${path} any more.`);
    return file;
  };

  const calls = resources.flatMap((name) => readCalls(getFile(fileOf(name))));
  const events = readEvents(getFile(fileOf("Events")), checker);
  const toSchema = (node: ts.TypeNode) =>
    writer.toSchema(node.getText() === "Event" ? events.base : checker.getTypeFromTypeNode(node));
  const toCall = ({ params, result }: Call) => ({
    params: params ? toSchema(params) : noParams,
    answer: toAnswer(result, toSchema),
  });
  return {
    apiVersion: readApiVersion(getFile(`${sdk}/apiVersion.d.ts`)),
    calls: Object.fromEntries(
      calls
        .map((call) => [`${call.method} ${call.path}`, toCall(call)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    events: Object.fromEntries(events.objects.map(([type, object]) => [type, writer.toSchema(object)])),
    $defs: writer.defs,
  };
}

const noParams: Schema = { type: "object", properties: {}, additionalProperties: false };

function readApiVersion(file: ts.SourceFile): string {
  const [, version] = /ApiVersion = "([^"]+)"/.exec(file.text) ?? [];
  if (!version) throw new Error("The SDK names no API version.");
  return version;
}
