import type { Field, Remind } from '../contract/field.ts'
import type { Label } from '../contract/words.ts'
import { showDay } from './show-value.ts'

type About = { field: Pick<Field, 'name'>; remind: Remind; date: string; name: string }

/** What is said when a date speaks up: the title of a case, and the sentence of a notice or note. */
export function reminderWords({ field, remind, date, name }: About): { title: Label; text: Label } {
  const fr = remind.what.fr || field.name.fr
  const en = remind.what.en || field.name.en
  const [jour, day] = [showDay(date, 'fr-FR'), showDay(date, 'en-GB')]
  return {
    title: { fr: `${fr} · ${name} · ${jour}`, en: `${en} · ${name} · ${day}` },
    text: {
      fr: `${fr} : « ${field.name.fr} » de ${name} est le ${jour}.`,
      en: `${en}: “${field.name.en}” of ${name} is on ${day}.`,
    },
  }
}
