import { accounting } from "./accounting.ts";
import { admin } from "./admin.ts";
import { inbox } from "./inbox.ts";
import { money } from "./money.ts";
import { occupancy } from "./occupancy.ts";
import { operations } from "./operations.ts";
import { prices } from "./prices.ts";
import { quality } from "./quality.ts";
import type { Question } from "./question.ts";
import { sales } from "./sales.ts";

export const subjects: readonly (readonly [string, readonly Question[]])[] = [
  ["Operations", operations],
  ["Inbox", inbox],
  ["Availability and sales", [...sales, ...prices, ...occupancy]],
  ["Money", [...money, ...accounting]],
  ["Quality", quality],
  ["Administration", admin],
];
