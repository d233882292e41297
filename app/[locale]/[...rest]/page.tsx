import { notFound } from "next/navigation";

/** Every address nobody answers for, so that its 404 has our frame and language. */
export default function Rest() {
  notFound();
}
