import { expect, test } from "vitest";
import { toAppError } from "#errors.ts";
import { assertPublicUrl } from "./assert-public-url.ts";

const refused = [
  "nonsense",
  "http://hooks.example.com/",
  "ftp://hooks.example.com/",
  "https://ann:secret@hooks.acme.com/",
  "https://ann@hooks.acme.com/",
  "https://hooks.acme.com:8443/",
  "https://localhost/",
  "https://LOCALHOST./",
  "https://printer/",
  "https://nas.local/",
  "https://db.internal/",
  "https://metadata.google.internal/",
  "https://a.localhost/",
  "https://sandbox.test/",
  "https://127.0.0.1/",
  "https://127.1/",
  "https://2130706433/",
  "https://0x7f.0.0.1/",
  "https://0177.0.0.1/",
  "https://10.0.0.8/",
  "https://172.16.3.4/",
  "https://192.168.1.1/",
  "https://169.254.169.254/latest/meta-data/",
  "https://100.64.0.1/",
  "https://0.0.0.0/",
  "https://8.8.8.8/",
  "https://[::1]/",
  "https://[fd00::1]/",
  "https://[fe80::1]/",
  "https://[::ffff:10.0.0.1]/",
  "https://１２７.０.０.１/",
];

test.each(refused)("%s is refused", (url) => {
  try {
    assertPublicUrl(url);
  } catch (error) {
    expect(toAppError(error).code).toBe("invalid_request");
    return;
  }
  throw new Error(`${url} was let through.`);
});

test.each(["https://hooks.acme.com/latchkey?x=1", "https://bücher.de/", "https://acme.com./"])(
  "%s is let through",
  (url) => {
    expect(assertPublicUrl(url).protocol).toBe("https:");
  },
);

test("a host that the operator lets through is taken with its port, and no other", () => {
  const allowed = ["127.0.0.1:8790"];
  expect(assertPublicUrl("http://127.0.0.1:8790/catcher/a", allowed).port).toBe("8790");
  expect(() => assertPublicUrl("http://127.0.0.1:8791/", allowed)).toThrow();
  expect(() => assertPublicUrl("http://a:b@127.0.0.1:8790/", allowed)).toThrow();
});
