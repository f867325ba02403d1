import { z } from "zod";
import type { UpstreamAnswer, Verdict } from "#connectors/define-connector.ts";
import { text } from "./schemas/fields.ts";

/** Failures carry their text in `message`, `result` or `error`. */
const Envelope = z.object({ status: text, message: text, result: text, error: text });

const ABOUT_TOKEN =
  /invalid.{0,8}token|token.{0,20}invalid|expired|unauthori[sz]ed|authentication failed|no scope|access denied/i;
const ABOUT_ABSENCE = /not found|does not exist|doesn't exist/i;

export function judge({ status, body }: UpstreamAnswer): Verdict {
  if (status === 401) return "unauthorized";
  if (status === 403) return judgeForbidden(body);
  if (status === 404) return "not_found";
  if (status === 429) return "rate_limited";
  if (status >= 400 && status < 500) return "rejected";
  return status >= 200 && status < 300 ? judgeSuccess(body) : "unavailable";
}

/** Hostaway answers 403 for a dead token as well as for a record that it will not give or change. */
function judgeForbidden(body: unknown): Verdict {
  const reason = toText(body);
  return reason === "" || ABOUT_TOKEN.test(reason) ? "unauthorized" : "locked";
}

/** Hostaway also fails with 200, and a page of HTML is no answer. */
function judgeSuccess(body: unknown): Verdict {
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) return "unavailable";
  if (envelope.data.status !== "fail") return "ok";
  return ABOUT_ABSENCE.test(toText(body)) ? "not_found" : "rejected";
}

function toText(body: unknown): string {
  const { data } = Envelope.safeParse(body);
  return data?.message ?? data?.result ?? data?.error ?? "";
}
