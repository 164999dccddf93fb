// What must be known before figures are read.
import type { Note } from '../contract/figures.ts'
import { erlangsOf, mostAgents, type Load } from '../contract/load.ts'

export function notesOf(load: Load, { agents, stable }: { agents: number | null; stable: boolean }): Note[] {
  const erlangs = number(erlangsOf(load))
  if (agents === null)
    return [
      {
        code: 'no_number_is_enough',
        en: `No number of people up to ${mostAgents.toLocaleString('en')} keeps every target${load.lines === undefined ? '' : `: ${load.lines} lines are too few`}.`,
        fr: `Aucun effectif jusqu’à ${mostAgents.toLocaleString('fr')} ne tient tous les objectifs${load.lines === undefined ? '' : ` : ${load.lines} lignes ne suffisent pas`}.`,
      },
    ]
  if (load.calls_per_hour === 0)
    return [
      { code: 'nobody_comes', en: 'Nobody comes: nobody is needed.', fr: 'Personne n’appelle : personne n’est nécessaire.' },
    ]
  if (!stable)
    return [
      {
        code: 'grows_without_end',
        en: `The queue grows without end: ${erlangs} ${erlangs === '1' ? 'erlang comes' : 'erlangs come'}, ${servedInEnglish(agents)}, and nobody gives up. Waits have no figure; give a patience, lines, or more people.`,
        fr: `La file grandit sans fin : ${erlangs} ${Number(erlangs) < 2 ? 'erlang arrive' : 'erlangs arrivent'}, ${servedInFrench(agents)} et nul ne renonce. Les attentes n’ont pas de valeur ; indiquez une patience, des lignes ou plus de monde.`,
      },
    ]
  return []
}

const servedInEnglish = (agents: number): string =>
  agents === 0 ? 'nobody serves' : agents === 1 ? 'one person serves' : `${agents} people serve`
const servedInFrench = (agents: number): string =>
  agents === 0 ? 'personne ne répond' : agents === 1 ? 'une personne répond' : `${agents} personnes répondent`
const number = (value: number): string => String(Number(value.toPrecision(4)))
