import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";

test("what does not exist is a 404 that names it", async () => {
  const refused = stripeClient().customers.retrieve("cus_404");
  await expect(refused).rejects.toMatchObject({
    statusCode: 404,
    code: "resource_missing",
    param: "id",
    message: "No such customer: 'cus_404'",
  });
});

test("an unknown key is refused without showing it", async () => {
  const refused = stripeClient("sk_test_wrongsecret").customers.retrieve("cus_404");
  await expect(refused).rejects.toMatchObject({ statusCode: 401 });
  await expect(refused).rejects.not.toThrow("wrongsecret");
});
