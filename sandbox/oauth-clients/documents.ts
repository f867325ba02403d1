/** Metadata of clients that are known by an address, shaped like what they publish; `client_id` is wherever it is asked for. */
export const documents = {
  claude: {
    client_name: "Claude",
    client_uri: "https://claude.ai",
    redirect_uris: ["https://claude.ai/api/mcp/auth_callback", "https://claude.com/api/mcp/auth_callback"],
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
    token_endpoint_auth_method: "none",
  },
  "claude-code": {
    client_name: "Claude Code",
    client_uri: "https://claude.ai",
    redirect_uris: ["http://localhost/callback", "http://127.0.0.1/callback"],
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
    token_endpoint_auth_method: "none",
  },
  chatgpt: {
    client_name: "ChatGPT",
    client_uri: "https://chatgpt.com",
    redirect_uris: ["https://chatgpt.com/connector_platform_oauth_redirect"],
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
    token_endpoint_auth_method: "none",
  },
  vscode: {
    client_name: "Visual Studio Code",
    client_uri: "https://code.visualstudio.com",
    redirect_uris: ["http://127.0.0.1:33418", "https://vscode.dev/redirect"],
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
    token_endpoint_auth_method: "none",
    application_type: "native",
  },
  /** Right-to-left override, line ends, and more than a page has room for. */
  loud: {
    client_name: `Official\u202e\n\n${"Latchkey ".repeat(300)}`,
    redirect_uris: ["https://assistant.example.org/callback"],
    token_endpoint_auth_method: "none",
  },
  huge: {
    client_name: "Huge",
    redirect_uris: ["https://assistant.example.org/callback"],
    token_endpoint_auth_method: "none",
    software_statement: "x".repeat(6_000),
  },
  "without-redirects": { client_name: "Lost", token_endpoint_auth_method: "none" },
  "without-name": {
    redirect_uris: ["https://assistant.example.org/callback"],
    token_endpoint_auth_method: "none",
  },
  dangerous: {
    client_name: "Dangerous",
    redirect_uris: ["https://assistant.example.org/callback", "javascript:alert(1)"],
    token_endpoint_auth_method: "none",
  },
  "with-secret": {
    client_name: "Careless",
    redirect_uris: ["https://assistant.example.org/callback"],
    token_endpoint_auth_method: "client_secret_basic",
    client_secret: "published",
  },
} satisfies Record<string, object>;
