import { Label, Radio, RadioGroup } from 'react-aria-components'
import { Icon } from '#ui/icon'
import { useWords } from '#ui/words'
import { colours } from './answers.ts'
import { words } from './words.ts'

/** A few colours that white words can be read on. */
export function Colours({ value, onChange }: { value: string; onChange: (colour: string) => void }) {
  const say = useWords(words)
  return (
    <RadioGroup value={value} onChange={onChange} orientation="horizontal" className="welcome-colours">
      <Label className="ui-label">{say('colour')}</Label>
      <div>
        {colours.map((colour, place) => (
          <Radio
            key={colour}
            value={colour}
            aria-label={`${say('colour')} ${place + 1}`}
            className="welcome-colour"
            style={{ backgroundColor: colour }}
          >
            {({ isSelected }) => isSelected && <Icon name="check" size={18} />}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
