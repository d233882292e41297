// Runs once when the server starts, before the first request.
import type { Instrumentation } from "next";

export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { watchAnswers } = await import("./app/_http/answer");
  watchAnswers();
}

export const onRequestError: Instrumentation.onRequestError = async (error) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { sayFailure } = await import("./app/_http/failure");
  sayFailure((error as { digest?: string } | null)?.digest);
};
