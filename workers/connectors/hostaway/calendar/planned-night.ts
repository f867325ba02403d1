import type { Night } from "../schemas/night.ts";
import type { NightRange } from "../write-input.ts";
import { isSame, type NightValues } from "./night-values.ts";

/** A night that a range is about: as it was found, and the fields that are set on it before and after. */
export interface PlannedNight {
  range: NightRange;
  night: Night;
  before: NightValues;
  after: NightValues;
}

export const isChanged = ({ before, after }: PlannedNight): boolean => !isSame(before, after);
