import { AppError } from "#errors.ts";

const MAX_BODY_BYTES = 1024 * 1024;

/** The body as text, once it is known to be JSON by its header and no larger than 1 MiB. */
export async function readBody(request: Request): Promise<string> {
  const [type] = (request.headers.get("content-type") ?? "").split(";");
  if (type?.trim().toLowerCase() !== "application/json") throw new AppError("unsupported_media_type");
  const declared = request.headers.get("content-length");
  if (Number(declared) > MAX_BODY_BYTES) throw toTooLarge();
  return declared === null ? readBounded(request) : request.text();
}

/** For a body that came in chunks without saying how long it is. */
async function readBounded(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) throw toTooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function toTooLarge(): AppError {
  return new AppError("body_too_large", `This server reads bodies up to ${MAX_BODY_BYTES} bytes.`, {
    limit: MAX_BODY_BYTES,
  });
}
