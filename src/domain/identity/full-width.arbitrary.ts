/** For tests: the same characters as a Chinese keyboard in full-width mode would type them. */
export const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
