import { readFileSync } from "node:fs";
import ts from "typescript";

export interface Call {
  method: string;
  /** `/v1/customers/{id}` */
  path: string;
  params: ts.TypeNode | undefined;
  result: ts.TypeNode;
}

/** What the resource classes of one file call: types from the declaration, method and path from the code beside it. */
export function readCalls(declaration: ts.SourceFile): Call[] {
  const requests = readRequests(declaration.fileName.replace(/\.d\.ts$/, ".js"));
  const classes = declaration.statements.filter(ts.isClassDeclaration);
  return classes.flatMap((resource) =>
    resource.members.filter(ts.isMethodDeclaration).flatMap((member) => {
      const request = requests.get(`${resource.name?.text}.${member.name.getText()}`);
      if (!request || !member.type) return [];
      const params = member.parameters.find(({ name }) => name.getText() === "params");
      return [{ ...request, params: params?.type, result: member.type }];
    }),
  );
}

function readRequests(file: string): Map<string, { method: string; path: string }> {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const requests = new Map<string, { method: string; path: string }>();
  for (const resource of source.statements.filter(ts.isClassDeclaration)) {
    for (const member of resource.members.filter(ts.isMethodDeclaration)) {
      const request = findRequest(member);
      if (request) requests.set(`${resource.name?.text}.${member.name.getText()}`, request);
    }
  }
  return requests;
}

function findRequest(node: ts.Node): { method: string; path: string } | undefined {
  if (ts.isCallExpression(node) && node.expression.getText() === "this._makeRequest") {
    const [method, path] = node.arguments;
    if (method && ts.isStringLiteral(method) && path) return { method: method.text, path: toPath(path) };
  }
  return ts.forEachChild(node, findRequest);
}

function toPath(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) throw new Error(`Not a path: ${node.getText()}`);
  const rest = node.templateSpans.map(({ expression, literal }) => `{${toName(expression)}}${literal.text}`);
  return node.head.text + rest.join("");
}

const toName = (expression: ts.Expression) =>
  ts.isCallExpression(expression) ? expression.arguments[0]?.getText() : expression.getText();
