import { AppError } from "#errors.ts";

/** How long an answer may be served again, in seconds. */
export const LISTING_SECONDS = 60;
export const STAY_SECONDS = 30;
export const DICTIONARY_SECONDS = 86_400;

export const noProperty = (id: number) => `No property ${id}. Call get_properties to list them.`;
export const noBooking = (id: number) => `No booking ${id}. Call get_bookings to find it.`;
export const noConversation = (id: number) => `No conversation ${id}. Call get_conversations to list them.`;
export const noTask = (id: number) => `No task ${id}. Call list_tasks to find it.`;
export const noReview = (id: number) => `No review ${id}. Call list_reviews to find it.`;
export const noStatement = (id: number) => `No owner statement ${id}. Call list_owner_statements to find it.`;
export const noExpense = (id: number) => `No expense ${id}. Call list_expenses to find it.`;

/** What Hostaway does not find, in words that name the tool that lists the ids. */
export async function withNotFound<Answer>(answer: Promise<Answer>, message: string): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not_found") throw error;
    throw new AppError("not_found", message, { cause: error });
  }
}

/** Financial reporting is an extra of an account, and refused without it. */
export async function withFinance<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "upstream_locked") throw error;
    const why =
      "Hostaway does not give this account's financial reporting; it has to be enabled there. get_financial_summary and get_occupancy_report work without it.";
    throw new AppError("upstream_locked", why, { cause: error });
  }
}

/** Null for what is not there any more. */
export async function orNull<Answer>(reading: Promise<Answer>): Promise<Answer | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
