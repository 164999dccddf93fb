/** A sender chooses the name beside the address: shortened, without what cannot be seen; '' when nothing is left. Pure. */
export const cleanName = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed()
    .trim()
