import { useMe } from '#access/screens'
import { Button, ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { Icon } from '#ui/icon'
import { Panel } from '#ui/layout'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { listContracts, listPatterns } from '../../contract/work-terms.ts'
import { firstWords } from './first-words.ts'

const MANY = 200
type Step = { title: string; text: string; done: boolean; to?: string; link?: string }

/** No plan yet: what comes before one, how far one is with each, and the way there. */
export function FirstSteps({ onNew }: { onNew: () => void }) {
  const say = useWords(firstWords)
  const { may } = useMe()
  const acts = may('workforce.manage')
  const steps = useSteps()
  return (
    <Panel>
      <Empty
        drawing="calm"
        title={say('title')}
        action={acts ? <Button tone="primary" icon="plus" onPress={onNew}>{say('begin')}</Button> : <p>{say('noAct')}</p>}
      >
        {say('text')}
      </Empty>
      {acts && (
        <ol className="scheduling-steps">
          {steps.map(({ title, text, done, to, link }) => (
            <li key={title} data-done={done || undefined}>
              <strong>{title}{done && <><Icon name="check" size={18} /><span className="unseen">{say('done')}</span></>}</strong>
              <p>{text}</p>
              {to && link && <ButtonLink href={to} size="small">{link}</ButtonLink>}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
} // prettier-ignore

function useSteps(): Step[] {
  const say = useWords(firstWords)
  const people = useAsk(listContracts, { limit: MANY }).data?.items
  const patterns = useAsk(listPatterns, { retired: false, limit: 50 }).data?.items
  const shapes = patterns ?? []
  const count = people?.length ?? 0
  const written = (people ?? []).filter(({ usual }) => !usual).length
  return [
    { title: say('people'), text: !people ? say('reading') : count < 2 ? say('peopleAlone') : say('peopleText', { count, more: count === MANY ? '+' : '' }), done: count > 1, to: '/desk/staff', link: say('toPeople') },
    { title: say('contracts'), text: written > 0 ? say('contractsText', { written }) : say('contractsNone'), done: written > 0, to: '/desk/planning/settings', link: say('toContracts') },
    { title: say('patterns'), text: shapes.length > 0 ? shapes.map(({ terms }) => terms.name).join(', ') : say('patternsNone'), done: shapes.length > 0, to: '/desk/planning/settings?tab=patterns', link: say('toPatterns') },
    { title: say('need'), text: say('needText'), done: false, to: '/desk/forecast', link: say('toNeed') },
    { title: say('plan'), text: say('planText'), done: false },
  ]
} // prettier-ignore
