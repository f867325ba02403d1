import { Link } from "@remix-run/react";
import { textLink } from "./auth-page.tsx";

/** What signing up means. */
export function Agreement() {
  return (
    <p>
      By signing up you agree to the{" "}
      <Link to="/terms" className={textLink}>
        terms
      </Link>
      . What is stored is in the{" "}
      <Link to="/privacy" className={textLink}>
        privacy policy
      </Link>
      .
    </p>
  );
}
