import type { FastifyInstance } from 'fastify';
import type { Service } from '../service';

export async function registerConsole(_app: FastifyInstance, _service: Service): Promise<void> {}
