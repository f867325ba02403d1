import type { UpstreamRequest } from "#connectors/define-connector.ts";

export function encodeBody({ body, form }: UpstreamRequest) {
  if (body !== undefined) {
    return { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  }
  return form === undefined ? {} : { body: toForm(form) };
}

function toForm(fields: NonNullable<UpstreamRequest["form"]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string") form.set(name, value);
    else for (const item of value ?? []) form.append(`${name}[]`, String(item));
  }
  return form;
}

export function encodeQuery(query: UpstreamRequest["query"] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const item of value) search.append(`${name}[]`, String(item));
    else if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
