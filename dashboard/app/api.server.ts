import type { Api } from "@latchkey/api";
import { type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { hc } from "hono/client";
import { Receipt, unreachable } from "#receipt.ts";

export type Args = Pick<LoaderFunctionArgs, "context" | "request" | "params">;

/** What the API is told of the browser's request. Cookies and the caller's address count only on this binding. */
const forwarded = ["cookie", "user-agent", "cf-connecting-ip", "accept-language"];

/**
 * The API as the person who asks may use it. Whatever it refuses is thrown: as the way to the sign-in page where nobody is
 * signed in, otherwise as a response whose data is the receipt.
 */
export function openApi(args: Args) {
  const fetch = (input: RequestInfo | URL, init?: RequestInit) => askApi(args, new Request(input, init));
  return hc<Api>(new URL(args.request.url).origin, { fetch }).api.v1;
}

/** One organization's part of the API, and the parameter that names it: `{ organization }`, taken from the address. */
export function requireOrganization(args: Args) {
  const param = { organization: args.params.organization ?? "" };
  return { api: openApi(args).organizations[":organization"], param };
}

/** Sends a request of ours to the API, and throws what it refuses. */
async function askApi(args: Args, request: Request): Promise<Response> {
  const response = await sendToApi(args, request);
  if (response.status < 400) return response;
  throw await toRefusal(args.request, response);
}

/** The API's answer as it is. */
export async function sendToApi({ context, request }: Args, ours: Request): Promise<Response> {
  const sent = new Request(ours, { redirect: "manual" });
  for (const name of forwarded) {
    const value = request.headers.get(name);
    if (value !== null) sent.headers.set(name, value);
  }
  // Our own middleware refused foreign origins before; a page that was opened by a link has none.
  sent.headers.set("origin", request.headers.get("origin") ?? new URL(request.url).origin);
  try {
    return await context.cloudflare.env.API.fetch(sent);
  } catch (error) {
    console.error("The API could not be reached:", error);
    throw toResponse(unreachable, 503);
  }
}

type Body<Answer extends { json(): Promise<unknown> }> = Exclude<
  Awaited<ReturnType<Answer["json"]>>,
  { error: { whoCanFix: unknown } }
>;

/** The body of a typed answer. */
export async function read<Answer extends { json(): Promise<unknown> }>(
  asked: Promise<Answer>,
): Promise<Body<Answer>> {
  const answer = await asked;
  // Safe because `json` of this very answer is what the type speaks of, and refusals are thrown before.
  return (await answer.json()) as Body<Answer>;
}

async function toRefusal(request: Request, response: Response): Promise<Response> {
  const receipt = await readReceipt(response);
  if (receipt.code === "not_signed_in") return redirect(toSignIn(request));
  return toResponse(receipt, receipt === unreachable ? 503 : response.status);
}

/** What was refused; the dashboard's own words where the answer is not the API's. */
export async function readReceipt(response: Response): Promise<Receipt> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = Receipt.safeParse(body && typeof body === "object" && "error" in body ? body.error : null);
  return parsed.data ?? unreachable;
}

export function toResponse(receipt: Receipt, status: number): Response {
  return Response.json(receipt, { status, headers: { "X-Receipt": receipt.code } });
}

/** Whether the API refused, with this code if one is named. */
export function isRefusal(thrown: unknown, code?: string): thrown is Response {
  if (!(thrown instanceof Response)) return false;
  const refused = thrown.headers.get("X-Receipt");
  return code === undefined ? refused !== null : refused === code;
}

/** To the sign-in page, and afterwards back to where one is now. */
function toSignIn(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("index");
  return `/sign-in?${new URLSearchParams({ to: url.pathname + url.search })}`;
}
