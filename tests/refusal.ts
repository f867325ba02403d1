import { AppError } from "#errors.ts";

/** The error that a task is expected to end with; anything but an AppError fails the test. */
export async function refusalOf(task: () => unknown): Promise<AppError> {
  try {
    await task();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("Expected a refusal.");
}

export async function codeOf(task: () => unknown): Promise<string> {
  return (await refusalOf(task)).code;
}
