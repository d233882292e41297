/** The framework builds this beside every page it answers with, so it says no more than the number; pages `return missing(locale)`. */
export default function NotFound() {
  return (
    <h1 className="mx-auto max-w-page px-4 pt-6 pb-16 sm:px-6">
      <a href="/">404</a>
    </h1>
  );
}
