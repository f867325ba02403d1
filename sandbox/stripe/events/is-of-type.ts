/** Whether a type is meant by a name: the same, `*`, or a group such as `customer.*`. */
export function isOfType(type: string, name: string): boolean {
  return name === "*" || name === type || (name.endsWith(".*") && type.startsWith(name.slice(0, -1)));
}
