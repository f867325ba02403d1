import { z } from "zod";
import { answerOf } from "./envelope.ts";
import { id, text } from "./fields.ts";

/** How a guest gets in. Secret, and therefore in no other schema. */
export const DoorCode = z.object({
  id,
  status: text,
  doorCode: text,
  doorCodeVendor: text,
  doorCodeInstruction: text,
});
export type DoorCode = z.infer<typeof DoorCode>;

export const parseDoorCodeAnswer = answerOf(DoorCode);
