import { expect, test } from "vitest";
import { createOwner, openPage } from "./stage.ts";

test.each([
  ["a script", "<script>alert(1)</script><img src=x onerror=alert(1)>"],
  ["other writing", "Schlüssel 钥匙 🗝️ مفتاح"],
])("%s as a name stays text", async (_, name) => {
  const { context, home } = await createOwner();
  const { page, complaints } = await openPage(context, `${home}/keys?dialog=new`);
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Generate key" }).click();
  await page.getByRole("heading", { name: `Your new key: ${name}` }).waitFor();
  await page.goto(`${home}/keys`, { waitUntil: "networkidle" });
  expect(await page.getByRole("heading", { name }).isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test("a name of ten thousand letters is refused beside its field", async () => {
  const { context, home } = await createOwner();
  const { page } = await openPage(context, `${home}/keys?dialog=new`);
  const field = page.getByLabel("Name", { exact: true });
  await field.evaluate((input) => input.removeAttribute("maxlength"));
  await field.fill("a".repeat(10_000));
  await page.getByRole("button", { name: "Generate key" }).click();
  await page.getByRole("alert").waitFor();
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  expect((await field.inputValue()).length).toBe(10_000);
});
