// A small server for tests that need other headers, other files or another origin than the site.

import { createServer } from "node:http";
import { after } from "node:test";
import { baseUrl } from "./environment.mjs";

/**
 * Serves on a free port until the end of the test file. An address that `files` does not name is answered with what the
 * site answers there, under this server's headers.
 *
 * @param {object} [options]
 * @param {Record<string, string>} [options.headers] sent with every answer
 * @param {Record<string, {type?: string, body: string | Buffer, status?: number, headers?: Record<string, string>}>} [options.files]
 *   by path, such as "/host.html"
 * @returns {Promise<{address: string, requests: string[], close: () => Promise<void>}>} the address with a trailing slash
 */
export async function startServer({ headers = {}, files = {} } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    requests.push(pathname);
    const file = files[pathname] ?? (await ofTheSite(pathname));
    const type = file.type ?? "text/html; charset=utf-8";
    response.writeHead(file.status ?? 200, { "Content-Type": type, ...headers, ...file.headers });
    response.end(file.body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () =>
    new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  after(close);
  return { address: `http://127.0.0.1:${server.address().port}/`, requests, close };
}

async function ofTheSite(pathname) {
  const answer = await fetch(new URL(pathname.replace(/^\/+/, ""), baseUrl));
  return {
    status: answer.status,
    type: answer.headers.get("content-type") ?? undefined,
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
