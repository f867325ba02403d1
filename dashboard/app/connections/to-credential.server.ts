const PREFIX = "credential.";

/** The form's `credential.…` fields, as the API takes them. */
export function toCredential(form: FormData): Record<string, string> {
  const fields = [...form].filter(([name]) => name.startsWith(PREFIX));
  return Object.fromEntries(fields.map(([name, value]) => [name.slice(PREFIX.length), String(value)]));
}
