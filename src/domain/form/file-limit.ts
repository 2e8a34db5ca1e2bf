/**
 * The largest file that is taken anywhere, in bytes. A form may ask for less; where its list of fields allows more (20 MB in
 * the reference), this still holds: it is what the phone sends and the server reads.
 */
export const LARGEST_FILE = 10 * 1_048_576;

/** For sentences: `10 MB`. */
export const LARGEST_FILE_TEXT = `${LARGEST_FILE / 1_048_576} MB`;
