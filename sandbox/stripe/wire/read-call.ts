import { z } from "zod";
import { invalidRequest } from "../core/errors.ts";
import type { StripeRequest } from "../router.ts";
import { decodeForm } from "./decode-form.ts";
import { requireVersion } from "./versions.ts";

/** What a request asks for, as far as the wire says. */
export interface Call {
  method: string;
  path: string;
  version: string;
  idempotencyKey: string | undefined;
  /** Query and body as they came. */
  encoded: string;
  params: object;
  /** The paths to expand. */
  expand: string[];
}

const form = "application/x-www-form-urlencoded";

const Json = z.record(z.string(), z.unknown());
const Paths = z.array(z.string().max(500)).max(100);

export async function readCall(c: StripeRequest): Promise<Call> {
  const { path, method } = c.req;
  const body = method === "GET" ? "" : await readText(c);
  const query = new URL(c.req.url).search.slice(1);
  const given = isV2(path) && body ? { ...decodeForm(query), ...readJson(body) } : readForm(c, query, body);
  const { expand = [], ...params } = given;
  return {
    method,
    path,
    version: requireVersion(c.req.header("Stripe-Version")),
    idempotencyKey: requireKey(c.req.header("Idempotency-Key")),
    encoded: [query, body].filter(Boolean).join("&"),
    params,
    expand: requirePaths(expand),
  };
}

/** Not by `text()`, of which the runtime warns where the type of the body does not begin with "text". */
export const readText = async (c: StripeRequest) => new TextDecoder().decode(await c.req.arrayBuffer());

export const isV2 = (path: string) => path.startsWith("/v2/");

function readForm(c: StripeRequest, query: string, body: string) {
  const type = c.req.header("Content-Type") ?? form;
  if (body && !type.startsWith(form))
    throw invalidRequest(`Invalid request: the content type of a POST must be ${form}.`);
  return decodeForm([query, body].filter(Boolean).join("&"));
}

function readJson(body: string) {
  try {
    return Json.parse(JSON.parse(body));
  } catch {
    throw invalidRequest("Invalid request: the body must be a JSON object.");
  }
}

function requireKey(key: string | undefined): string | undefined {
  if (key && key.length > 255) throw invalidRequest("An idempotency key may be at most 255 characters long.");
  return key || undefined;
}

function requirePaths(expand: unknown): string[] {
  const paths = Paths.safeParse(expand);
  if (!paths.success) throw invalidRequest("Invalid array", { param: "expand" });
  return paths.data;
}
