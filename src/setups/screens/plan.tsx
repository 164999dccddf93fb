import { Badge, type BadgeTone } from '#ui/badge'
import { useWords } from '#ui/words'
import { itemKinds, type Deed, type ItemKind, type Plan, type PlanStep } from '../contract.ts'
import { words } from './words.ts'

const tones: Readonly<Record<Deed, BadgeTone>> = { add: 'good', change: 'accent', keep: 'neutral', retire: 'promise' }
const order: readonly Deed[] = ['add', 'change', 'retire', 'keep']
const titles = {
  reason: 'reasons', team: 'teams', field: 'fields', template: 'templates', holding: 'holdings', level: 'levels', procedure: 'procedures', view: 'views',
} as const satisfies Record<ItemKind, string> // prettier-ignore

/** What a plan would do, by kind: names with a sign, and why something is kept. */
export function PlanShown({ plan }: { plan: Plan }) {
  const say = useWords(words)
  const count = (deed: Deed): number => plan.steps.filter((step) => step.deed === deed).length
  if (plan.steps.every(({ deed }) => deed === 'keep')) return <p>{say('planNone')}</p>
  return (
    <div className="setups-plan">
      <p className="setups-plan-counts">
        {order
          .filter((deed) => count(deed) > 0)
          .map((deed) => (
            <Badge key={deed} tone={tones[deed]}>
              {say(deed, { count: count(deed) })}
            </Badge>
          ))}
      </p>
      {count('retire') > 0 && <p>{say('retireText')}</p>}
      {itemKinds.map((kind) => (
        <OfKind key={kind} kind={kind} steps={plan.steps.filter((step) => step.kind === kind)} />
      ))}
    </div>
  )
}

function OfKind({ kind, steps }: { kind: ItemKind; steps: readonly PlanStep[] }) {
  const say = useWords(words)
  const told = steps.filter(({ why }) => why !== 'same').toSorted((a, b) => order.indexOf(a.deed) - order.indexOf(b.deed))
  if (told.length === 0) return null
  return (
    <section>
      <h3>{say(titles[kind])}</h3>
      <ul>
        {told.map(({ deed, key, name, why }) => (
          <li key={`${deed} ${key}`} data-deed={deed}>
            <span aria-hidden="true">{{ add: '+', change: '~', keep: '=', retire: '−' }[deed]}</span>
            <span className="unseen">{say(deed, { count: 1 })} : </span>
            {name}
            {why !== 'new' && <small> · {say(`why_${why}`)}</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}
