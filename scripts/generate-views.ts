import { writeFileSync } from "node:fs";
import { buildViews } from "./build-views.ts";

/** Writes the views as a module that the Worker can carry. */
writeFileSync(
  "workers/organization/mcp/view-documents.ts",
  `// Made by \`npm run views\` from views/.\nexport default ${JSON.stringify(await buildViews(), null, 2)};\n`,
);
