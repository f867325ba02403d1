import { expect, test } from "vitest";
import { isOpenable } from "./client-setup.ts";

test.each([
  "cursor://anysphere.cursor-deeplink/mcp/install?name=x",
  "vscode:mcp/install?x",
  "https://claude.ai/",
])("%s may be a link", (url) => expect(isOpenable(url)).toBe(true));

test.each([
  "javascript:alert(1)",
  " javascript:alert(1)",
  "data:text/html,x",
  "http://claude.ai/",
  "//x",
  "",
])("%s may not", (url) => expect(isOpenable(url)).toBe(false));
