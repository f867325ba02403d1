/**
 * Host names in the Origin of clients that are known: their pages, and apps that are made of pages. A browser's page gains
 * nothing by being one of them: the endpoint reads no cookie, and sends no CORS headers.
 */
export const clientOrigins = ["claude.ai", "claude.com", "chatgpt.com", "vscode.dev", "vscode-app"];
