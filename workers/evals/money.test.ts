import { accounting } from "./accounting.ts";
import { ask, overRest } from "./ask.ts";
import { money } from "./money.ts";

ask("11004", [...money, ...accounting], overRest);
