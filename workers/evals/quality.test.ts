import { ask, overRest } from "./ask.ts";
import { quality } from "./quality.ts";

ask("11005", quality, overRest);
