import { createCookie, redirect } from "@remix-run/cloudflare";
import { z } from "zod";

const Toast = z.object({ id: z.string(), text: z.string(), kind: z.enum(["done", "problem"]) });
export type Toast = z.infer<typeof Toast>;

const cookie = createCookie("toast", { httpOnly: true, maxAge: 60, path: "/", sameSite: "lax" });

/** Goes to another page, which says what was done. */
export function redirectWithToast(url: string, text: string, headers = new Headers()) {
  return redirectSaying(url, { id: crypto.randomUUID(), text, kind: "done" }, headers);
}

/** Goes to another page, which says what did not work out although it was tried. */
export function redirectWithProblem(url: string, text: string) {
  return redirectSaying(url, { id: crypto.randomUUID(), text, kind: "problem" }, new Headers());
}

async function redirectSaying(url: string, toast: Toast, headers: Headers) {
  headers.append("Set-Cookie", await cookie.serialize(toast));
  return redirect(url, { headers });
}

/** What is to be said on this page, once: the headers make the browser forget it. */
export async function takeToast(request: Request): Promise<{ toast: Toast | null; headers: Headers }> {
  const toast = Toast.safeParse(await cookie.parse(request.headers.get("cookie"))).data ?? null;
  const headers = new Headers();
  if (toast !== null) headers.set("Set-Cookie", await cookie.serialize("", { maxAge: 0 }));
  return { toast, headers };
}
