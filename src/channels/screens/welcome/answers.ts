// What the three questions ask, and what is still missing from an answer. Pure.
export type Answers = {
  person: string
  email: string
  password: string
  centre: string
  colour: string
  language: 'fr' | 'en'
  address: string
}
export type Faults = { [Name in keyof Answers]?: 'need' | 'badEmail' | Error }

const looksLikeMail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text.trim())

/** What keeps question `at` (0 to 2) from being answered. */
export function missing(answers: Answers, at: number): Faults {
  const faults: Faults = {}
  for (const name of ASKED[at] ?? []) {
    const given = answers[name].trim()
    if (given === '') faults[name] = 'need'
    else if (name !== 'person' && name !== 'centre' && !looksLikeMail(given)) faults[name] = 'badEmail'
  }
  return faults
}
const ASKED: readonly (readonly ('person' | 'email' | 'centre' | 'address')[])[] = [['person', 'email'], ['centre'], ['address']]

export const colours = ['#0e6063', '#a64b0b', '#2e3f7d', '#7d2447', '#405512', '#5b2f82', '#a3242c', '#154a6c'] as const
