import type { Account } from "#sandbox/hostaway/account.ts";
import { BadRequest } from "#sandbox/json-app.ts";
import type { World } from "#sandbox/world.ts";

export function getAccount(world: World, accountId: string): Account {
  const account = world.hostaway.accounts.find(accountId);
  if (!account) throw new BadRequest(`There is no account ${accountId}`);
  return account;
}
