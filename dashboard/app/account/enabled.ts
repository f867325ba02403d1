import { z } from "zod";

/** What is shown once while the second factor is set up: for the app, and for when it is lost. */
export const Enabled = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
export type Enabled = z.infer<typeof Enabled>;
