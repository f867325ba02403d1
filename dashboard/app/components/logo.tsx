/** A key whose shaft and bit draw an L; public/favicon.svg is the same drawing. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" fill="none" strokeLinecap="round" aria-hidden="true" className="size-8 shrink-0">
      <rect width="32" height="32" rx="8" fill="#4338ca" />
      <path d="M13 20h6.5" stroke="#ffc65c" strokeWidth="3.25" />
      <path d="M13 15v10.5h9.5" stroke="#fff" strokeWidth="3.25" strokeLinejoin="round" />
      <circle cx="13" cy="10.5" r="4.25" stroke="#fff" strokeWidth="3.25" />
    </svg>
  );
}
