import { z } from "zod";

export const Message = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  method: z.string(),
  params: z
    .object({
      name: z.unknown().optional(),
      arguments: z.unknown().optional(),
      _meta: z.object({ progressToken: z.unknown().optional() }).optional(),
    })
    .optional(),
});
export type Message = z.infer<typeof Message>;

/** The requests and notifications of a body, which the oldest revision may send several of at once. */
export function readMessages(body: unknown): Message[] {
  return [body].flat().flatMap((item) => Message.safeParse(item).data ?? []);
}

export function asksForProgress(messages: Message[]): boolean {
  return messages.some(({ params }) => params?._meta?.progressToken !== undefined);
}
