import { z } from "zod";
import { answerOf, pageOf, parserOf } from "./envelope.ts";
import { number, text } from "./fields.ts";

/** What a formula of the account comes to for one booking, such as ownerPayout. */
export const CalculatedField = z.object({ formulaName: text, formulaResult: number });
export type CalculatedField = z.infer<typeof CalculatedField>;

const NOT_MONEY = new Set(["id", "accountId", "listingMapId", "channelId", "reservationId"]);

/** The amounts that Hostaway knows by name, as far as there are any. */
export const StandardFields = z
  .record(z.string(), number)
  .transform((fields): [name: string, amount: number][] =>
    Object.entries(fields).flatMap(([name, amount]) =>
      amount === undefined || amount === 0 || NOT_MONEY.has(name) ? [] : [[name, amount]],
    ),
  );
export type StandardFields = z.infer<typeof StandardFields>;

export const parseStandardFieldsAnswer = answerOf(StandardFields);
export const parseCalculatedFieldsAnswer = parserOf(pageOf(CalculatedField));
