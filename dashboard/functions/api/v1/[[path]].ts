interface Env {
  API: Fetcher;
}

/** The API on the dashboard's own address, so that the session's cookie goes with it; the Worker behind the binding answers. */
export const onRequest: PagesFunction<Env> = ({ env, request }) => env.API.fetch(request);
