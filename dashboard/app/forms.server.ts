import { data } from "@remix-run/cloudflare";
import { isRefusal, toResponse } from "#api.server.ts";
import type { Failure } from "#components/form.tsx";
import { Receipt } from "#receipt.ts";
import { redirectWithProblem } from "#toast.server.ts";

/** Fields whose content goes nowhere but to the API: never back into a page. */
const secret = /password|secret|token|api_?key|^(code|key)$/i;

/** Does what the form's `intent` says. What the API refuses comes back to the form, with what was typed. */
export async function handleForm<Handlers extends Record<string, (form: FormData) => Promise<unknown>>>(
  request: Request,
  handlers: Handlers,
) {
  const form = await request.formData();
  const intent = String(form.get("intent"));
  const handler = Object.hasOwn(handlers, intent) ? handlers[intent] : undefined;
  if (handler === undefined) throw new Response("There is no such form on this page.", { status: 400 });
  try {
    // Safe because the handler is one of these.
    return (await handler(form)) as Awaited<ReturnType<Handlers[keyof Handlers]>>;
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    const receipt = Receipt.parse(await thrown.json());
    if (receipt.code === "not_found" && form.has("id")) return redirectFromGone(request, receipt);
    const failure: Failure = { intent, receipt, values: toValues(form) };
    return data({ failure }, { status: thrown.status });
  }
}

/** The form goes with what it is about, so the page has to say it. */
function redirectFromGone(request: Request, { message }: Receipt) {
  const { pathname, searchParams } = new URL(request.url);
  for (const name of ["dialog", "index"]) searchParams.delete(name);
  return redirectWithProblem(
    `${pathname}?${searchParams}`,
    `${message} It may be gone since you opened this.`,
  );
}

function toValues(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const name of new Set(form.keys())) {
    if (!secret.test(name)) values[name] = form.getAll(name).filter((value) => typeof value === "string");
  }
  return values;
}

/** A form's text field, trimmed; empty where it is missing. */
export function getText(form: FormData, name: string): string {
  return getTyped(form, name).trim();
}

/** As it was typed: a password may begin with a space. */
export function getTyped(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** A one-time code, without the spaces that apps show in it. */
export function getCode(form: FormData): string {
  return getTyped(form, "code").replaceAll(/\s/g, "");
}

/** The id that a form names. */
export function getId<Prefix extends string>(form: FormData, prefix: Prefix): `${Prefix}_${string}` {
  return toId(form.get("id"), prefix);
}

/** What is no id of that kind is nowhere to be found. */
export function toId<Prefix extends string>(value: unknown, prefix: Prefix): `${Prefix}_${string}` {
  if (isId(value, prefix)) return value;
  const message = "There is no such thing here any more.";
  throw toResponse({ code: "not_found", message, whoCanFix: "you", url: null }, 404);
}

function isId<Prefix extends string>(value: unknown, prefix: Prefix): value is `${Prefix}_${string}` {
  return typeof value === "string" && value.startsWith(`${prefix}_`);
}

/** What a form says where the API knows a closed list: passed on as it is, since the API parses it and refuses what it does not know. */
export function unparsed<Value>(value: unknown): Value {
  return value as Value;
}
