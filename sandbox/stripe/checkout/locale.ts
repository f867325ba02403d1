import { z } from "zod";
import { languages } from "../pages/languages.ts";

export const Locale = z.enum([...languages, "hi-IN"]);
