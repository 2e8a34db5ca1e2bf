/** What a fault of the program may say: no digits of a number, no word that a person could have typed. */
const LONGEST = 400;

/** Runs of digits and of anything but ASCII are blotted out. */
export const safeTrace = (text: string): string =>
  text
    .replace(/[^\x20-\x7e\n]+/g, '…')
    .replace(/\d{5,}/g, '#')
    .slice(0, LONGEST);
