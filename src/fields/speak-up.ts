// A date speaks up: whoever answers is told, or has a case opened in their hands.
import * as brands from '#brands'
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { CompanyId, CustomerId, ProjectId } from '#customers/contract'
import type { Field, Label, Remind } from './contract.ts'
import { reminderWords } from './rules/reminder-words.ts'
import { whoAnswers } from './who-answers.ts'

type Date = { field: Field; remind: Remind; date: Temporal.PlainDate; of: string; set_by: PersonId | null }

/** The case that was opened, if that is what the field asks for. */
export async function speakUp(work: Work, date: Date): Promise<CaseId | null> {
  const { field, of, set_by } = date
  const person = await whoAnswers(work, { subject: field.subject, of, set_by })
  const words = reminderWords({ field, remind: date.remind, date: date.date.toString(), name: await nameOf(work, field, of) })
  const opened = date.remind.way === 'open' && field.subject !== 'case' ? await openCase(work, { date, person, words }) : null
  if (person) await tell(work, { date, person, words, path: opened ? `/cases/${opened}` : pathOf(field, of) })
  return opened
}

type Telling = { date: Date; person: PersonId; words: { title: Label; text: Label }; path: string }
async function tell(work: Work, { date: { field, of, date }, person, words, path }: Telling): Promise<void> {
  const standIn = await staff.standIn(work, person)
  const case_id = field.subject === 'case' ? of : undefined
  const brand = case_id && (await cases.facts(work, [case_id as CaseId])).get(case_id as CaseId)?.brand_id // the subject says so
  const to = [...new Set([person, ...(standIn ? [standIn.person] : [])])]
  const key = `field.reminded ${field.id} ${of} ${date.toString()}`
  await staff.tell(work, { to, kind: 'field.reminded', fr: words.text.fr, en: words.text.en, path, key, case_id, brand })
}

type Opening = { date: Date; person: PersonId | null; words: { title: Label; text: Label } }
async function openCase(work: Work, { date: { field, of }, person, words }: Opening): Promise<CaseId | null> {
  const door = await brands.mainEntryPoint(work)
  if (!door) return null
  const language = (await brands.brand(work, door.brand_id))?.language ?? 'fr'
  const made = await cases.create(work, {
    subject: words.title[language].slice(0, 300), entry_point: door.id, ...(field.subject === 'customer' ? { customer: { id: of as CustomerId } } : {}), // the subject says so
    ...(person ? { owner: person } : {}),
  }) // prettier-ignore
  await cases.note(work, { id: made.id, text: words.text[language], mentions: [] })
  return made.id
}

async function nameOf(work: Work, field: Field, of: string): Promise<string> {
  if (field.subject === 'case') {
    const found = (await cases.facts(work, [of as CaseId])).get(of as CaseId) // the subject says so
    return found ? `${found.number} ${found.subject}` : ''
  }
  if (field.subject === 'customer') return (await customers.find(work, [of as CustomerId])).get(of as CustomerId)?.name ?? '' // likewise
  if (field.subject === 'project') return (await customers.findProjects(work, [of as ProjectId])).get(of as ProjectId)?.name ?? '' // likewise
  return (await customers.findCompanies(work, [of as CompanyId])).get(of as CompanyId)?.name ?? '' // likewise
}

const pathOf = (field: Field, of: string): string =>
  field.subject === 'case' ? `/cases/${of}` : field.subject === 'customer' ? `/customers/${of}` : `/fields/${field.id}`
