export function ErrorPage({ notFound }: { notFound: boolean }) {
  return (
    <>
      <h1 className="text-4xl font-semibold tracking-tight">
        {notFound ? "There is no page here" : "Something went wrong"}
      </h1>
      <p className="mt-5 max-w-xl text-lg/8 text-muted">
        {notFound
          ? "The address may be mistyped, or the page has moved."
          : "The dashboard could not show this page. The fault is ours; trying again may help."}
      </p>
      <a
        href="/"
        className="mt-8 inline-block rounded-md font-medium text-accent underline underline-offset-4"
      >
        Go to the start page
      </a>
    </>
  );
}
