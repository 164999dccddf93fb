// When a field is asked, in plain words: for who draws the form, and for a visitor whose browser runs no script. Pure.
import { inLanguage, type Condition, type Field, type FormLanguage, type Show } from './form-definition.ts'

type Read = { fields: readonly Field[]; language: FormLanguage }

/** « Sujet » est « Une livraison » ou « Nom » est rempli — without a capital and without a full stop; '' when it is always asked. */
export function saidOf(show: Show | null, read: Read): string {
  if (show === null) return ''
  const between = { fr: { all: ' et ', any: ' ou ' }, en: { all: ' and ', any: ' or ' } }[read.language][show.when]
  return show.conditions.map((condition) => one(condition, read)).join(between)
}

function one({ field: id, test, value }: Condition, { fields, language }: Read): string {
  const field = fields.find((each) => each.id === id)
  const label = quoted(field ? inLanguage(field.label, language) || id : id, language)
  const option = field && 'options' in field ? field.options.find((each) => each.id === value) : undefined
  const wanted = quoted(option ? inLanguage(option.label, language) || value : value, language)
  const isTicked = field?.kind === 'consent'
  const said = {
    fr: {
      is: `${label} est ${wanted}`,
      contains: `${label} contient ${wanted}`,
      answered: `${label} est ${isTicked ? 'coché' : 'rempli'}`,
    },
    en: {
      is: `${label} is ${wanted}`,
      contains: `${label} contains ${wanted}`,
      answered: `${label} is ${isTicked ? 'ticked' : 'answered'}`,
    },
  }
  return said[language][test]
}

const quoted = (text: string, language: FormLanguage): string => (language === 'fr' ? `«\u202f${text}\u202f»` : `“${text}”`)
