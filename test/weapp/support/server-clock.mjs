/**
 * Loaded into the server's process before it: its clock begins at SERVER_CLOCK (milliseconds since 1970 UTC), and jumps
 * ahead by each number that the parent sends. Everything else of the process is as `npm start` runs it.
 */
const RealDate = Date;
const { now: realNow } = RealDate;
let shift = Number(process.env.SERVER_CLOCK) - realNow();

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(realNow() + shift);
    else super(...given);
  }

  static now() {
    return realNow() + shift;
  }
};

process.on('message', (ms) => {
  shift += ms;
  process.send(shift);
});
// A test that was cut off leaves no server behind.
process.on('disconnect', () => process.exit());
process.channel?.unref();
