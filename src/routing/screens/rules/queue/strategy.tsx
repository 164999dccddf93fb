import { Radio, RadioGroup } from 'react-aria-components'
import { useWords } from '#ui/words'
import { strategies } from '../../../contract/rulebook.ts'
import type { Editing } from './queue-editor.tsx'
import { StrategyDrawing } from './strategy-drawing.tsx'
import { words } from './words.ts'

/** How one is chosen among those who could: each way with its drawing and a line. */
export function StrategyPart({ queue, set }: Editing) {
  const say = useWords(words)
  const choose = (id: string): void =>
    strategies.filter((each) => each === id).forEach((strategy) => set({ who: { ...queue.who, strategy } }))
  return (
    <RadioGroup aria-label={say('strategy')} value={queue.who.strategy} onChange={choose} className="routing-strategies">
      {strategies.map((strategy) => (
        <Radio key={strategy} value={strategy} className="routing-strategy">
          <StrategyDrawing strategy={strategy} />
          <span>
            <strong>{say(strategy)}</strong>
            <small>{say(`${strategy}Text`)}</small>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
