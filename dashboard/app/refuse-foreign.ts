/** Of all forms here, that with a picture is the largest. */
const MAX_BODY = 512 * 1024;

/** A request that would change something must come from a page of ours and be of a size that we take. */
export function refuseForeign(request: Request): Response | null {
  if (["GET", "HEAD"].includes(request.method)) return null;
  const { origin } = new URL(request.url);
  if (request.headers.get("origin") !== origin) {
    return refuse(403, "This form was sent from another site. Open the dashboard and try again there.");
  }
  const length = request.headers.get("content-length");
  if (length === null && request.body !== null)
    return refuse(411, "The length of what is sent must be said.");
  if (Number(length) > MAX_BODY) return refuse(413, "This is more than the dashboard takes at once.");
  return null;
}

function refuse(status: number, message: string): Response {
  return new Response(message, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
