import { z } from "zod";
import { languages } from "../pages/languages.ts";

export const Locale = z.enum([...languages, "en-AU", "en-CA", "en-IE", "en-IN", "en-NZ", "en-SG"]);
