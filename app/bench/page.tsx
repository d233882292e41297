// The limit that the bench holds our pages against: a page that says one thing, rendered for each request, through the same proxy.
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { site } from "@/app/_http/site";

export default async function Constant() {
  await connection();
  if (!site.constantPage) notFound();
  return <p>.</p>;
}
