/** Counts and times of requests by route and status, as Prometheus reads them. No path that was asked for, no person. */
import type { FastifyInstance } from 'fastify';
import type { Lane } from './load';

const BUCKETS_MS = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000];

interface Series {
  count: number;
  sumMs: number;
  readonly buckets: number[];
}

export interface Metrics {
  readonly text: () => string;
}

const linesOf = (labels: string, { count, sumMs, buckets }: Series): readonly string[] => [
  ...BUCKETS_MS.map((le, i) => `http_request_duration_ms_bucket{${labels},le="${le}"} ${buckets[i] ?? 0}`),
  `http_request_duration_ms_bucket{${labels},le="+Inf"} ${count}`,
  `http_request_duration_ms_sum{${labels}} ${Math.round(sumMs)}`,
  `http_request_duration_ms_count{${labels}} ${count}`,
];

export function countRequests(app: FastifyInstance, inHand: () => Readonly<Record<Lane, number>>): Metrics {
  const series = new Map<string, Series>();
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = `method="${request.method}",route="${route}",status="${reply.statusCode}"`;
    const found = series.get(labels) ?? { count: 0, sumMs: 0, buckets: BUCKETS_MS.map(() => 0) };
    found.count += 1;
    found.sumMs += reply.elapsedTime;
    BUCKETS_MS.forEach((le, i) => {
      if (reply.elapsedTime <= le) found.buckets[i] = (found.buckets[i] ?? 0) + 1;
    });
    series.set(labels, found);
  });
  return {
    text: () => {
      const { rss, heapUsed } = process.memoryUsage();
      return [
        '# TYPE http_request_duration_ms histogram',
        ...[...series].flatMap(([labels, each]) => linesOf(labels, each)),
        '# TYPE http_requests_in_hand gauge',
        ...Object.entries(inHand()).map(([lane, count]) => `http_requests_in_hand{lane="${lane}"} ${count}`),
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${rss}`,
        '# TYPE process_heap_used_bytes gauge',
        `process_heap_used_bytes ${heapUsed}`,
        '',
      ].join('\n');
    },
  };
}
