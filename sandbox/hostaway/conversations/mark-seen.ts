import type { Account } from "#sandbox/hostaway/account.ts";
import { messagesOf } from "./view.ts";

/** The guest's messages of a conversation have been looked at. */
export function markSeen(account: Account, conversationId: number): void {
  const unseen = messagesOf(account, conversationId).filter(({ isSeen }) => isSeen === 0);
  for (const message of unseen) account.messages.put({ ...message, isSeen: 1 });
}
