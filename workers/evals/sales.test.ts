import { ask, overRest } from "./ask.ts";
import { occupancy } from "./occupancy.ts";
import { prices } from "./prices.ts";
import { sales } from "./sales.ts";

ask("11003", [...sales, ...prices, ...occupancy], overRest);
