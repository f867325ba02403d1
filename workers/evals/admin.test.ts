import { admin } from "./admin.ts";
import { ask, overRest } from "./ask.ts";

ask("11006", admin, overRest);
