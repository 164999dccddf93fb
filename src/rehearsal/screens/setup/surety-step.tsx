import { Radios } from '#ui/choice'
import { Notice } from '#ui/layout'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { precisions, withins, type Precision, type Setup } from './setup.ts'
import { words } from './words.ts'

const offered = ['quick', 'sound', 'thorough'] as const satisfies readonly Precision[]

/** How often it is played, and what "in time" means. */
export function SuretyStep({ setup, change }: { setup: Setup; change: (part: Partial<Setup>) => void }) {
  const say = useWords(words)
  if (setup.from === 'file' && setup.file && !setup.file.calls) return <Notice>{say('scenarioHolds')}</Notice>
  return (
    <>
      <Radios
        label={say('precision')}
        value={setup.precision}
        onChange={(precision) => change({ precision })}
        options={offered.map((id) => ({ id, label: say(id), detail: say(`${id}Text`), count: precisions[id] }))}
      />
      <Select
        label={say('within')}
        options={withins.map((id) => ({ id, label: say(`w${id}`) }))}
        value={setup.within}
        onChange={(within) => change({ within })}
      />
    </>
  )
}
