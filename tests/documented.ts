import { z } from "zod";
import { dashboardApp } from "../workers/app.ts";

const { components } = dashboardApp.getOpenAPI31Document({
  openapi: "3.1.0",
  info: { title: "", version: "" },
});

const Documented = z.object({ properties: z.record(z.string(), z.unknown()) });

/** The fields that the API's document promises of a schema, by name. */
export function listDocumentedFields(schema: string): string[] {
  return Object.keys(Documented.parse(components?.schemas?.[schema]).properties).toSorted();
}
