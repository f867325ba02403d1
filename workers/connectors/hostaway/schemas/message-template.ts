import { z } from "zod";
import { pageOf, parserOf } from "./envelope.ts";
import { id, number, text } from "./fields.ts";

export const MessageTemplate = z.object({
  id,
  listingMapId: number,
  channelId: number,
  name: text,
  description: text,
  message: text,
});
export type MessageTemplate = z.infer<typeof MessageTemplate>;

export const parseTemplatePage = parserOf(pageOf(MessageTemplate));
