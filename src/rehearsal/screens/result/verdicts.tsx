import { Icon, type IconName } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { duration, signed, size } from '../amounts.ts'
import { knownOf } from '../figures.ts'
import type { Saying, Verdict } from '../verdict.ts'
import { figureWords } from '../words.ts'
import { words } from './words.ts'

const groups = [
  { title: 'sureTitle', sayings: ['better', 'worse', 'changed'] },
  { title: 'sameTitle', sayings: ['same'] },
  { title: 'unsureTitle', sayings: ['unsure'] },
] as const satisfies readonly { title: string; sayings: readonly Saying[] }[]

const icons: Record<Saying, IconName> = { better: 'check', worse: 'warning', changed: 'info', same: 'minus', unsure: 'info' }

/** In words: what is sure, what stays the same, what nobody can know yet. */
export function Verdicts({ verdicts, within_s }: { verdicts: readonly Verdict[]; within_s: number }) {
  const say = useWords(words)
  const nothingSure = verdicts.every(({ saying }) => saying === 'unsure')
  return (
    <div className="rehearsal-verdicts">
      {groups.map(({ title, sayings }) => {
        const own = verdicts.filter(({ saying }) => sayings.some((each) => each === saying))
        if (own.length === 0) return null
        return (
          <section key={title} aria-label={say(title)} data-group={title}>
            <h3>{say(title)}</h3>
            <ul>
              {own.map((verdict) => (
                <li key={verdict.name} data-saying={verdict.saying}>
                  <Icon name={icons[verdict.saying]} size={16} />
                  <Sentence verdict={verdict} within_s={within_s} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {nothingSure && verdicts.length > 0 && <p>{say('nothingSure')}</p>}
    </div>
  )
}

const judged = { better: 'good', worse: 'bad', changed: null } as const

function Sentence({ verdict: { name, saying, low, high }, within_s }: { verdict: Verdict; within_s: number }) {
  const say = useWords(words)
  const named = useWords(figureWords)
  const spoken = useLanguage()
  const { unit } = knownOf(name)
  const called = named(name, { within: duration(within_s, spoken) })
  if (saying === 'same') return <span>{called}</span>
  if (saying === 'unsure') {
    const points = unit === 'share' ? ` ${say('points', { count: 100 * Math.abs(high) })}` : ''
    return (
      <span>
        {say('between', { name: called, low: signed(low, unit, spoken), high: `${signed(high, unit, spoken)}${points}` })}
      </span>
    )
  }
  const [least, most] = [
    size(Math.min(Math.abs(low), Math.abs(high)), unit, spoken),
    size(Math.max(Math.abs(low), Math.abs(high)), unit, spoken),
  ]
  const kind = unit === 'share' || unit === 's' ? unit : 'count'
  const way = low > 0 ? 'more' : 'less'
  const judgement = judged[saying]
  return (
    <span>
      {least === most
        ? say(`${way}By_${kind}`, { name: called, by: least })
        : say(`${way}_${kind}`, { name: called, low: least, high: most })}
      {judgement && <em>{say(judgement)}</em>}
    </span>
  )
}
