// How many clocks were kept in a period. Every figure carries its formula; the list of clocks with the same filter is what it was counted from.
import { scopesFor } from '#access'
import { refuse, type Work } from '#base/work'
import { clockKinds, clockPeriodInvalid, type Attainment, type ClockKind, type PolicyId } from './contract.ts'
import { ownersOf, type Whose } from './lists.ts'
import { countClocks } from './store/lists.ts'

const MOST_DAYS = 3 * 366
const ENDS: { readonly [kind in ClockKind]: { fr: string; en: string } } = {
  first_answer: { fr: 'première réponse', en: 'first answer' },
  next_answer: { fr: 'réponse suivante', en: 'next answer' },
  resolution: { fr: 'résolution', en: 'resolution' },
}

/** The formula of a kind: its id changes when what it counts does. */
export const formulaOf = (kind: ClockKind): Attainment['formula'] => ({
  id: `clocks.${kind}_kept.1`,
  fr: `Horloges « ${ENDS[kind].fr} » arrêtées dans le délai ÷ horloges arrêtées (dans le délai ou en retard). Compte l’horloge dans la période où elle s’est arrêtée, en temps ouvré hors pauses ; un retard reste un retard, même si le délai a été allongé ensuite ; un dossier clos avant que quiconque ait été en retard ne compte pas.`,
  en: `“${ENDS[kind].en}” clocks that ended in time ÷ clocks that ended (in time or late). A clock counts in the period in which it ended, in working time without pauses; late stays late, even where more time was given afterwards; a case closed before anybody was late does not count.`,
})

type Asked = Whose & { policy?: PolicyId | undefined; from: string; until: string }
export async function figures(
  work: Work,
  { from, until, policy, brand, ...whose }: Asked,
): Promise<{ from: string; until: string; items: Attainment[] }> {
  const [start, end] = [Temporal.Instant.from(from), Temporal.Instant.from(until)]
  const days = start.until(end).total('hours') / 24
  if (days <= 0 || days > MOST_DAYS) throw refuse(clockPeriodInvalid, {})
  const counted = await countClocks(work, {
    from: start.toString(), until: end.toString(), policy, brand, owners: await ownersOf(work, whose), scopes: scopesFor(work.actor, 'case.read'),
  }) // prettier-ignore
  const items = clockKinds.map((kind): Attainment => {
    const { kept = 0, missed = 0, running = 0, late = 0 } = counted.find((each) => each.kind === kind) ?? {}
    return {
      kind,
      kept,
      missed,
      running,
      late,
      attained: kept + missed > 0 ? kept / (kept + missed) : null,
      formula: formulaOf(kind),
    }
  })
  return { from, until, items }
}
