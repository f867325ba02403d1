import { isRefusal } from "#api.server.ts";
import { Receipt } from "#receipt.ts";

/** What was asked for, or why it was refused, for a page that stands either way. */
export async function attempt<Value>(
  asked: Promise<Value>,
): Promise<{ value: Value; refusal: null } | { value: null; refusal: Receipt }> {
  try {
    return { value: await asked, refusal: null };
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    return { value: null, refusal: Receipt.parse(await thrown.json()) };
  }
}
