import { getRulebook, listRulebooks } from '#routing/contract'
import { ButtonLink } from '#ui/button'
import { TextField } from '#ui/field'
import { Notice } from '#ui/layout'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { PeopleChanges } from './people.tsx'
import type { Setup } from './setup.ts'
import { words } from './words.ts'

type Asking = { setup: Setup; change: (part: Partial<Setup>) => void }

/** What would be different tomorrow: the rules, the people and their hours, the traffic. */
export function ChangesStep({ setup, change }: Asking) {
  const say = useWords(words)
  if (setup.from === 'file' && setup.file)
    return setup.file.calls ? (
      <TextField
        label={say('extra')}
        type="text"
        inputMode="numeric"
        value={setup.extra}
        onChange={(extra) => change({ extra })}
      />
    ) : (
      <Notice>{say('scenarioHolds')}</Notice>
    )
  return (
    <>
      <Rules setup={setup} change={change} />
      <PeopleChanges setup={setup} change={change} />
      <div className="rehearsal-percent">
        <TextField
          label={say('traffic')}
          hint={say('trafficHint')}
          inputMode="decimal"
          value={setup.percent}
          end={<span>%</span>}
          onChange={(percent) => change({ percent })}
        />
      </div>
    </>
  )
}

function Rules({ setup, change }: Asking) {
  const say = useWords(words)
  const rulebook = useAsk(getRulebook, {})
  const versions = useAsk(listRulebooks, { limit: 30 })
  const inForce = rulebook.data?.current?.id
  const options = [
    { id: 'same', label: say('rulesSame') },
    ...(rulebook.data?.draft ? [{ id: 'draft', label: say('rulesDraft') }] : []),
    ...(versions.data?.items ?? [])
      .filter(({ id }) => id !== inForce)
      .map(({ id, number, title }) => ({ id: String(id), label: say('rulesVersion', { number, title }) })),
    ...(inForce ? [{ id: 'none', label: say('rulesNone') }] : []),
  ]
  return (
    <div className="rehearsal-rules">
      <Select
        label={say('rules')}
        hint={say('rulesHint')}
        options={options}
        value={setup.rules}
        onChange={(rules) => change({ rules: rules as Setup['rules'] })}
      />
      <ButtonLink href="/desk/routing" size="small" tone="quiet" icon="edit">
        {say('toRules')}
      </ButtonLink>
    </div>
  ) // the options above are the only ones there are
}
