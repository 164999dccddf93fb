// The visitor's secret, in the form of the house's tokens: what it is, the tenant of the widget in clear, and 130 random bits. Pure.
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567' // RFC 4648 base32, lower case
const SECRET = /^vs_[0-9a-f]{32}_[a-z2-7]{26}$/

/** @param key the widget's public key, wd_<tenant>_<random>; @param random 26 random bytes */
export const drawSecret = (key: string, random: Uint8Array): string =>
  `vs_${key.split('_')[1] ?? ''}_${Array.from(random, (byte) => ALPHABET[byte & 31]).join('')}`

export const isSecret = (text: unknown): text is string => typeof text === 'string' && SECRET.test(text)
