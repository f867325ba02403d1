interface Env {
  API: Fetcher;
}

/** Signing in happens on the dashboard's own address; the API behind the binding answers. */
export const onRequest: PagesFunction<Env> = ({ env, request }) => env.API.fetch(request);
