interface Env {
  API: Fetcher;
}

/** What a model reads first about this deployment; the Worker behind the binding writes it. */
export const onRequest: PagesFunction<Env> = ({ env, request }) => env.API.fetch(request);
