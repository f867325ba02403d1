import { AppError } from "#errors.ts";

export const MAX_BODY_BYTES = 1024 * 1024;

/** The body as text, once it is known to be JSON by its header and no larger than 1 MiB. */
export async function readBody(request: Request): Promise<string> {
  if (!isJson(request.headers)) throw new AppError("unsupported_media_type");
  return readText(request);
}

/** The body as text, whatever it is, up to 1 MiB or another limit. */
export async function readText(request: Request, limit = MAX_BODY_BYTES): Promise<string> {
  const declared = request.headers.get("content-length");
  if (Number(declared) > limit) throw toTooLarge(limit);
  return declared === null ? readBounded(request, limit) : request.text();
}

export function isJson(headers: Headers): boolean {
  const [type] = (headers.get("content-type") ?? "").split(";");
  return type?.trim().toLowerCase() === "application/json";
}

/** For a body that came in chunks without saying how long it is. */
async function readBounded(request: Request, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > limit) throw toTooLarge(limit);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

export function toTooLarge(limit: number): AppError {
  return new AppError("body_too_large", `This server reads bodies up to ${limit} bytes here.`, { limit });
}
