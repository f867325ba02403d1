import { readFileSync, writeFileSync } from "node:fs";
import { type Request, Response } from "miniflare";

const FILE = "tests/isolation/frozen-statements.txt";

/** With `FREEZE_STATEMENTS=1`, where tests leave the statements that are new, to be put on the list. Never by itself. */
export function toFreezer(env: NodeJS.ProcessEnv): Record<string, (request: Request) => Promise<Response>> {
  if (env.FREEZE_STATEMENTS !== "1") return {};
  return {
    FREEZER: async (request: Request) => {
      const added = await request.text();
      const lines = new Set(`${readFileSync(FILE, "utf8")}\n${added}`.split("\n").filter(Boolean));
      writeFileSync(FILE, `${[...lines].sort().join("\n")}\n`);
      return new Response();
    },
  };
}
