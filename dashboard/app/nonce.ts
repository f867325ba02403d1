import { createContext } from "react";

/** The Content-Security-Policy nonce; empty in the browser, which hides nonces from scripts anyway. */
export const NonceContext = createContext("");
