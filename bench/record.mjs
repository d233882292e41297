// Stands between our search and the engine and writes down what is asked, so that the very same can be asked without us.
import { createServer, request } from "node:http";

/** The first request of each question: what the engine must do at least. */
export async function recorded(engineUrl, ask) {
  const questions = [];
  const server = createServer((incoming, outgoing) => {
    const chunks = [];
    incoming.on("data", (chunk) => chunks.push(chunk));
    incoming.on("end", () => {
      const body = Buffer.concat(chunks);
      if (incoming.url === "/next-question") {
        questions.push(null);
        return outgoing.end("{}");
      }
      questions[questions.length - 1] ??= { path: incoming.url, body: body.toString() };
      const { host: _, ...headers } = incoming.headers;
      const onward = request(new URL(incoming.url, engineUrl), { method: incoming.method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on("error", () => outgoing.destroy());
      onward.end(body);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await ask(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return questions.filter(Boolean);
}
