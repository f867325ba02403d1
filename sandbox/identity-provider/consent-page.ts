import { html } from "hono/html";
import { page } from "#sandbox/page.ts";
import { type Person, people } from "./people.ts";

/** Forms that post back to where they are, so that the request in the address stays with them. */
export function consentPage(provider: string): Promise<Response> {
  return page(
    `${provider} (sandbox)`,
    html`<p>Latchkey wants to know who you are. Choose somebody:</p>
      ${people.map(
        (person) => html`<form method="post">
          <input type="hidden" name="email" value="${person.email}" />
          <input type="hidden" name="name" value="${person.name}" />
          ${person.verified && html`<input type="hidden" name="verified" value="yes" />`}
          <p><button>${person.name}</button> ${describe(person)}</p>
        </form>`,
      )}
      <h2>Somebody else</h2>
      <form method="post">
        <p><label>E-mail <input type="email" name="email" required /></label></p>
        <p><label>Name <input name="name" /></label></p>
        <p><label><input type="checkbox" name="verified" value="yes" checked /> The address is verified</label></p>
        <p><button>Continue</button></p>
      </form>
      <form method="post"><p><button name="deny" value="yes">Cancel</button></p></form>`,
  );
}

function describe({ email, verified }: Person): string {
  return verified ? email : `${email}, not verified`;
}

export async function refusalPage(provider: string, error: string): Promise<Response> {
  const { headers, body } = await page(`${provider} (sandbox)`, html`<p>Error 400: ${error}</p>`);
  return new Response(body, { status: 400, headers });
}
