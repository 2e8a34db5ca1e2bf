/**
 * How much the server has in hand at once. Beyond it a request is refused before anything is done for it: a queue that
 * only grows makes everybody wait, and phones that gave up have their work done for nobody. Whatever is slow – the
 * database, a blocked loop, a full disk – shows as requests in hand, so that they are all that is counted.
 */
import { randomInt } from 'node:crypto';
import { types } from 'node:util';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * `own`: nothing but our database holds it up. `outside`: also a phone's network, WeChat, a bucket or a scanner, which
 * must not take the places of the rest. `free`: never refused, as it costs next to nothing: the time, files of pages, and
 * what is asked by who watches a server just when it is full.
 */
export type Lane = 'own' | 'outside' | 'free';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `own` without it. */
    readonly lane?: Lane;
  }
}

/** How many may be in hand; what is `free` is not limited. */
export type Room = Readonly<Record<Exclude<Lane, 'free'>, number>>;

/** Turned into an answer where the page or the API answers its failures. */
class Full extends Error {
  readonly statusCode = 503;
}
const FULL = new Full();

/** Seconds until it is worth asking again, spread, or all that were refused would come back at once. */
const SOONEST = 2;
const LATEST = 10;

interface Place {
  readonly lane: Lane;
  counted: boolean;
  /** The connection has ended: answered, or the phone gave up. */
  closed: boolean;
  /** What was asked for is being done; a phone that gave up does not stop it. */
  works: boolean;
}

/** Refuses from here on; gives how many are in hand. */
export function limitLoad(app: FastifyInstance, room: Room): () => Readonly<Record<Lane, number>> {
  const inHand: Record<Lane, number> = { own: 0, outside: 0, free: 0 };
  const places = new WeakMap<FastifyRequest, Place>();
  // Given back when the loop has turned: the embedded database works within a turn, and whoever asked meanwhile waits
  // unseen in a socket. What this turn has done already is what they have waited for.
  const giveBack = (lane: Lane): void => void setImmediate(() => (inHand[lane] -= 1));
  const settle = (place: Place): void => {
    const counts = place.works || !place.closed;
    if (counts && !place.counted) inHand[place.lane] += 1;
    if (!counts && place.counted) giveBack(place.lane);
    place.counted = counts;
  };
  app.addHook('onRoute', (route) => {
    const { handler } = route;
    route.handler = function (request, reply) {
      const place = places.get(request);
      const work = handler.call(this, request, reply);
      if (!place || !types.isPromise(work)) return work;
      place.works = true;
      settle(place);
      return work.finally(() => {
        place.works = false;
        settle(place);
      });
    };
  });
  app.addHook('onRequest', async (request, reply) => {
    const { lane = 'own' } = request.routeOptions.config;
    if (lane !== 'free' && inHand[lane] >= room[lane]) {
      reply.header('retry-after', randomInt(SOONEST, LATEST + 1));
      throw FULL;
    }
    const place: Place = { lane, counted: false, closed: false, works: false };
    places.set(request, place);
    settle(place);
    reply.raw.once('close', () => {
      place.closed = true;
      settle(place);
    });
  });
  return () => inHand;
}
