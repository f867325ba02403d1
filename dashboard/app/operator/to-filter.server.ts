import { unparsed } from "#forms.server.ts";

/** Of the filters in the address those that say something. */
export function toFilter<Query>(request: Request): Query {
  const { searchParams } = new URL(request.url);
  return unparsed<Query>(Object.fromEntries([...searchParams].filter(([, value]) => value !== "")));
}
