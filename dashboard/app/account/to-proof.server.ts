/** The proof that a form carries, as it was typed: a password may begin with a space. */
export function toProof(form: FormData): { password?: string; code?: string } {
  const [password, code] = [getTyped(form, "password"), getTyped(form, "code").trim()];
  return { ...(password && { password }), ...(code && { code }) };
}

export function getTyped(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
