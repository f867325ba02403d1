import ts from "typescript";

/** What all events have, and what `data.object` is in each type of event. */
export function readEvents(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): { base: ts.Type; objects: [type: string, object: ts.Type][] } {
  const interfaces = file.statements.filter(ts.isInterfaceDeclaration);
  const base = interfaces.find(({ name }) => name.text === "EventBase");
  if (!base) throw new Error("The SDK has no EventBase any more.");
  const events = interfaces.filter(({ heritageClauses: [parent] = [] }) =>
    parent?.types.some(({ expression }) => expression.getText() === "EventBase"),
  );
  const objects = events.map((event): [string, ts.Type] => {
    const type = checker.getTypeAtLocation(event);
    const name = getProperty(checker, type, "type");
    if (!name.isStringLiteral()) throw new Error(`${event.name.text} has no type.`);
    return [name.value, getProperty(checker, getProperty(checker, type, "data"), "object")];
  });
  return { base: checker.getTypeAtLocation(base), objects };
}

function getProperty(checker: ts.TypeChecker, type: ts.Type, name: string): ts.Type {
  const property = type.getProperty(name);
  if (!property) throw new Error(`No ${name} in ${checker.typeToString(type)}`);
  return checker.getTypeOfSymbol(property);
}
