import { ask, overMcp } from "./ask.ts";
import { inbox } from "./inbox.ts";

ask("11002", inbox, overMcp);
