import { AppError } from "#errors.ts";

/** What an organization's object answers, or `otherwise` where there is nothing in it, not yet or not any more. */
export async function unlessEmpty<Value, Otherwise>(
  answering: Promise<Value>,
  otherwise: Otherwise,
): Promise<Value | Otherwise> {
  try {
    return await answering;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "invalid_key") return otherwise;
    throw thrown;
  }
}
