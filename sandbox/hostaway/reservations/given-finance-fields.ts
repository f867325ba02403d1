import { z } from "zod";
import { parseOr } from "#sandbox/parse.ts";
import { FinanceField } from "./reservation.ts";

const Given = z.looseObject({
  id: z.int().nullish(),
  value: z.number().optional(),
  quantity: z.int().nullish(),
  total: z.number().optional(),
});

/** The lines a body gives. One with a known id changes that line, others are new; lines not given are gone. */
export function givenFinanceFields(
  given: unknown,
  before: FinanceField[],
  refuse: (problem: string) => Error,
): FinanceField[] {
  return parseOr(z.array(FinanceField), numbered(parseOr(z.array(Given), given, refuse), before), refuse);
}

function numbered(lines: z.output<typeof Given>[], before: FinanceField[]) {
  let lastId = Math.max(0, ...before.map(({ id }) => id));
  return lines.map((line) => {
    const known = before.find(({ id }) => id === line.id);
    const { value = line.total, quantity, total } = { ...known, ...line };
    const isRevalued = line.total === undefined && value !== undefined;
    const revalued = isRevalued ? value * (quantity ?? 1) : total;
    return {
      type: "price",
      isIncludedInTotalPrice: 1,
      ...known,
      ...line,
      id: known?.id ?? ++lastId,
      value,
      total: revalued,
    };
  });
}
