export interface Icon {
  src: string;
  mimeType: string;
  sizes: string[];
}

/** The logo where the API serves it; clients take icons from the server's own origin only. */
export function toIcons(apiUrl: string): Icon[] {
  return [
    { src: `${apiUrl}/icon-512.png`, mimeType: "image/png", sizes: ["512x512"] },
    { src: `${apiUrl}/favicon.svg`, mimeType: "image/svg+xml", sizes: ["any"] },
  ];
}
