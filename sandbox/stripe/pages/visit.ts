import type { Context } from "../core/context.ts";
import type { Database } from "../core/database.ts";
import type { StripeRequest } from "../router.ts";
import { rememberBase } from "./urls.ts";

/** What a page works on: one thing of one account, and the way to change it. */
export interface Visit<Item> {
  item: Item;
  act<Result>(action: (ctx: Context) => Result): Result;
}

/** Events of what people do on a page name no request of the API. */
const cause = { id: null, idempotency_key: null };

/** Finds what the page's address names, in whichever account it is. */
export function findVisit<Item>(
  c: StripeRequest,
  find: (db: Database) => Item | undefined,
): Visit<Item> | undefined {
  const { clock, stripe } = c.env.world;
  for (const account of stripe.all()) {
    account.catchUp(clock.now());
    const item = find(account.db);
    if (item === undefined) continue;
    const act: Visit<Item>["act"] = (action) =>
      account.act(clock.now(), cause, (ctx) => {
        rememberBase(ctx, c.req.url);
        return action(ctx);
      });
    return { item, act };
  }
}
