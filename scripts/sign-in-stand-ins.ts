/** Google and GitHub as the sandbox plays them, each until its real client is in the settings. */
export function toSignInStandIns(sandbox: string, vars: Record<string, string>): Record<string, string> {
  const url = `${sandbox}/identity-provider`;
  const google = {
    GOOGLE_CLIENT_ID: "sandbox-google",
    GOOGLE_CLIENT_SECRET: "sandbox-google-secret",
    GOOGLE_URL: `${url}/google`,
  };
  const github = {
    GITHUB_CLIENT_ID: "sandbox-github",
    GITHUB_CLIENT_SECRET: "sandbox-github-secret",
    GITHUB_URL: `${url}/github`,
    GITHUB_API_URL: `${url}/github/api`,
  };
  return {
    ...(vars.GOOGLE_CLIENT_ID === undefined && google),
    ...(vars.GITHUB_CLIENT_ID === undefined && github),
  };
}
