/** PGlite behind the interface of a pool with one connection: whoever holds it has the database to himself. */
import type { PGlite } from '@electric-sql/pglite';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

type Command = PostgresQueryResult<unknown>['command'];

const COMMANDS: readonly Command[] = ['UPDATE', 'DELETE', 'INSERT', 'SELECT', 'MERGE', 'COMMIT', 'ROLLBACK'];

class EmbeddedClient implements PostgresPoolClient {
  constructor(
    private readonly database: PGlite,
    readonly release: () => void,
  ) {}

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    sql: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    return typeof sql === 'string' ? this.run<R>(sql, parameters) : sql;
  }

  private async run<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const { rows, command, rowCount } = await this.database.query<R>(sql, [...parameters]);
    return {
      command: COMMANDS.find((known) => known === command) ?? 'SELECT',
      rowCount: rowCount ?? rows.length,
      rows,
    };
  }
}

export class EmbeddedPool implements PostgresPool {
  private readonly waiting: (() => void)[] = [];
  private busy = false;

  constructor(private readonly database: PGlite) {}

  async connect(): Promise<PostgresPoolClient> {
    if (this.busy) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy = true;
    return new EmbeddedClient(this.database, this.release);
  }

  async end(): Promise<void> {
    await this.database.close();
  }

  private readonly release = (): void => {
    const next = this.waiting.shift();
    if (next) next();
    else this.busy = false;
  };
}
