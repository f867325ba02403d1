import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { build } from "esbuild";
import type { Frame, Page } from "playwright-core";
import { z } from "zod";
import { openBrowser } from "./browser.ts";
import { cleanUpWith } from "./clean-up.ts";
import { startDemoPlatform } from "./demo-platform.ts";

const STYLE = "body { margin: 0 } iframe { display: block; width: 100%; border: 0 }";

const capabilities = {
  extensions: { "io.modelcontextprotocol/ui": { mimeTypes: ["text/html;profile=mcp-app"] } },
};

const Listed = z.object({ _meta: z.object({ ui: z.object({ resourceUri: z.string() }) }) });
const Document = z.object({ contents: z.tuple([z.object({ text: z.string() })]) });

export const Result = z.looseObject({
  isError: z.boolean().optional(),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
});
export type Result = z.infer<typeof Result>;

export interface Options {
  width?: number;
  theme?: "light" | "dark";
  locale?: string;
  canCallTools?: boolean;
  /** Instead of what the tool answers. Null: the call was cancelled. */
  result?: Result | null;
}

export interface Shown {
  page: Page;
  view: Frame;
  result: Result;
  complaints: string[];
  /** The tools that the view called. */
  calls: string[];
}

/** The demo platform, a client of it that shows views, and a browser with a page that plays the client's. */
export async function openStage() {
  const [platform, browser] = await Promise.all([startDemoPlatform("views"), openBrowser()]);
  const { outputFiles } = await build({
    entryPoints: ["views/test-host.ts"],
    bundle: true,
    write: false,
    format: "iife",
    logLevel: "warning",
  });
  const host = outputFiles[0]?.text ?? "";

  async function openClient(mode: "legacy" | "auto") {
    const client = new Client(
      { name: "journey", version: "1" },
      { capabilities, versionNegotiation: { mode } },
    );
    const requestInit = { headers: { "x-api-key": platform.apiKey } };
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`${platform.mcp}?toolsets=all`), { requestInit }),
    );
    cleanUpWith(() => client.close());
    return client;
  }
  const client = await openClient("auto");

  async function callTool(name: string, args: Record<string, unknown>): Promise<Result> {
    return Result.parse(await client.callTool({ name, arguments: args }));
  }

  /** Where the tool says that its view is, and what is there. */
  async function readView(tool: string): Promise<string> {
    const { tools } = await client.listTools();
    const { _meta } = Listed.parse(tools.find(({ name }) => name === tool));
    const document = Document.parse(await client.readResource({ uri: _meta.ui.resourceUri }));
    return document.contents[0].text;
  }

  async function show(tool: string, args: Record<string, unknown>, options: Options = {}): Promise<Shown> {
    const { width = 1000, theme = "light", locale = "en-GB", canCallTools = true } = options;
    const answer = await callTool(tool, args);
    const result = options.result === undefined ? answer : options.result;
    const viewport = { width, height: 900 };
    const { page, complaints } = await browser.open("about:blank", { viewport });
    const calls: string[] = [];
    await page.exposeFunction("callTool", (params: { name: string; arguments: Record<string, unknown> }) => {
      calls.push(params.name);
      return callTool(params.name, params.arguments);
    });
    await page.setContent(`<style>${STYLE}</style>`);
    await page.addScriptTag({ content: host });
    const scene = { html: await readView(tool), context: { theme, locale }, canCallTools, args, result };
    await page.evaluate(`showView(${JSON.stringify(scene)})`);
    const view = page.frames()[1];
    if (view === undefined) throw new Error("The page shows no view.");
    await view.locator("main:not([aria-busy=true]) h1").waitFor();
    return { page, view, result: answer, complaints, calls };
  }

  return { platform, openClient, callTool, show };
}
