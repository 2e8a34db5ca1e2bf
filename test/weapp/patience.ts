/** A machine that is busy with other things is no fault of the package. */
jest.setTimeout(60_000);
