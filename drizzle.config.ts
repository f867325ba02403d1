import { defineConfig } from "drizzle-kit";

const organization = defineConfig({
  dialect: "sqlite",
  driver: "durable-sqlite",
  schema: "./workers/organization/schema/index.ts",
  out: "./migrations/organization",
});

const directory = defineConfig({
  dialect: "sqlite",
  schema: "./workers/directory/schema/index.ts",
  out: "./migrations",
});

export default process.env.MIGRATIONS === "organization" ? organization : directory;
