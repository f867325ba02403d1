import type { HostawaySettings } from "./settings.ts";

/** A refusal as Hostaway words it. */
export class HostawayFail extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const notFound = () => new HostawayFail(404, "Resource not found");

export const success = (result: unknown) => Response.json({ status: "success", result });

export function failure({ status, message }: HostawayFail, settings: HostawaySettings): Response {
  return Response.json({ status: "fail", [settings.errorField]: message }, { status });
}

export interface Page {
  rows: unknown[];
  /** How many match, on all pages. */
  count: number;
  limit: number;
  offset: number;
}

export function listSuccess({ rows, count, limit, offset }: Page, { lean }: HostawaySettings): Response {
  const list = { status: "success", result: rows, limit };
  if (lean) return Response.json({ ...list, offset: null, count: String(count) });
  const page = Math.floor(offset / limit) + 1;
  return Response.json({ ...list, offset, count, page, totalPages: Math.ceil(count / limit) });
}
