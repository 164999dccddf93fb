// How French writes a date and an hour in a sentence, where Intl writes them as a table would: "1er décembre à 13 h 45", not "1 décembre à 13:45"
// (Imprimerie nationale, Lexique des règles typographiques, "Date" and "Heure"). Pure.
const NB = '\u00a0'
const FIRST = /(?<!\d)1(?=[ \u00a0](?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc))/gu
const CLOCK = /(?<!\d)(\d{1,2}):(\d{2})(?![\d:])/gu

/** @param said what Intl said in French; anything else in it stays as it is */
export const asFrenchWrites = (said: string): string =>
  said
    .replace(FIRST, '1er')
    .replace(CLOCK, (_, hours: string, minutes: string) => `${Number(hours)}${NB}h${minutes === '00' ? '' : `${NB}${minutes}`}`)
