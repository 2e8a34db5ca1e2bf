import { err, ok, type Result } from '@/domain/shared/result';
import type { HttpFault, HttpPort, HttpReply, HttpRequest } from '../ports';

/** What a server in memory says; a fault when it cannot be reached. */
export type MemoryServer = (request: HttpRequest) => HttpReply | HttpFault;

/** Bodies go through JSON, as on a wire. An upload comes as a POST whose body is the file. */
export function memoryHttp(server: MemoryServer): HttpPort {
  let requests = 0;
  const send = async (request: HttpRequest): Promise<Result<HttpReply, HttpFault>> => {
    requests += 1;
    const body: unknown = request.body === undefined ? undefined : JSON.parse(JSON.stringify(request.body));
    const answer = server({ ...request, body });
    return typeof answer === 'string' ? err(answer) : ok(answer);
  };
  return {
    get: (path) => send({ method: 'GET', path }),
    send,
    upload: ({ path, headers, file }) => send({ method: 'POST', path, headers, body: file }),
    traffic: () => ({ requests, sentBytes: 0 }),
  };
}
