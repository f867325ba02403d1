import { getCode, getTyped } from "#forms.server.ts";

/** The proof that a form carries. */
export function toProof(form: FormData): { password?: string; code?: string } {
  const [password, code] = [getTyped(form, "password"), getCode(form)];
  return { ...(password && { password }), ...(code && { code }) };
}
