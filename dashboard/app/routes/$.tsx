/** Whatever no other page is at. Without a route of its own, such an address would not be the same to server and browser. */
export function loader() {
  throw new Response("There is no page here.", { status: 404 });
}

export default function NoPage() {
  return null;
}
