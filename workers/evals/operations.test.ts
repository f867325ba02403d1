import { ask, overRest } from "./ask.ts";
import { operations } from "./operations.ts";

ask("11001", operations, overRest);
