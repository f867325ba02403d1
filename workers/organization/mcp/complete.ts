import type { CompleteRequest, CompleteResult } from "@modelcontextprotocol/server";
import { listAccounts } from "../connections/choose-connection.ts";
import type { CallerContext } from "./caller-context.ts";
import { findPrompt } from "./prompts.ts";
import { findResource, run, withAccount } from "./resources.ts";

/** What the protocol allows in one answer. */
const MAX_VALUES = 100;

/** Ids of listings, bookings or conversations whose id begins with, or whose name holds, what was typed. What cannot be looked up offers nothing. */
export async function handleComplete(
  context: CallerContext,
  { params }: CompleteRequest,
): Promise<CompleteResult> {
  const { argument, ref } = params;
  if (ref.type === "ref/resource" && argument.name === "account") {
    const accounts = listAccounts(context.rooms.connections, context.caller);
    return toResult([...accounts.values()].flat().filter((name) => holds(name, argument.value)));
  }
  const resource = findResource(
    ref.type === "ref/resource" ? ref.uri.split(":")[0] : findPrompt(ref.name)?.completedBy?.[argument.name],
  );
  if (resource === null || (ref.type === "ref/resource" && argument.name !== "id")) return toResult([]);
  const { list } = resource;
  const typed = argument.value.trim();
  const isText = typed !== "" && !/^\d+$/.test(typed);
  const args = { ...list.arguments, ...(isText ? list.toSearch?.(typed) : {}) };
  const account = params.context?.arguments?.account;
  const outcome = await run(context, "resources/list", list.tool, withAccount(args, account));
  const items = outcome.ok ? list.toItems(outcome.value) : [];
  const fitting = items.filter(({ id, name }) => String(id).startsWith(typed) || holds(name, typed));
  return toResult(fitting.map(({ id }) => String(id)));
}

const holds = (name: string, typed: string): boolean => name.toLowerCase().includes(typed.toLowerCase());

const toResult = (values: string[]): CompleteResult => ({
  completion: { values: values.slice(0, MAX_VALUES), hasMore: values.length > MAX_VALUES },
});
