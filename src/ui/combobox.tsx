import { Button, ComboBox, Group, Input, Popover } from 'react-aria-components'
import { FieldLabel, FieldWords, type Asked } from './field.tsx'
import { words } from './floor-words.ts'
import { Icon } from './icon.tsx'
import { Options, type Option } from './select.tsx'
import { useWords } from './words.ts'
import './field.css'
import './overlay.css'

export type { Option }
type Combining = Asked & {
  options: readonly Option[]
  value: string | null
  onChange: (id: string | null) => void
  text?: string // given with onText when the options are searched elsewhere: they are then shown as they come
  onText?: (text: string) => void
  placeholder?: string
  isDisabled?: boolean
  isRequired?: boolean
  autoFocus?: boolean
}

/** Type to find one of many. Local options are filtered here; remote ones are searched by whoever gives `onText`. */
export function Combobox({
  label,
  hint,
  error,
  hideLabel,
  options,
  value,
  onChange,
  text,
  onText,
  placeholder = '',
  ...field
}: Combining) {
  const say = useWords(words)
  const remote = onText
    ? { inputValue: text ?? '', onInputChange: onText, items: options, defaultFilter: () => true }
    : { defaultItems: options }
  return (
    <ComboBox
      {...field}
      {...remote}
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null ? null : String(key))}
      isInvalid={error !== undefined}
      allowsEmptyCollection
      menuTrigger="focus"
      className="ui-field"
    >
      <FieldLabel label={label} hidden={hideLabel} required={field.isRequired} />
      <Group className="ui-box">
        <Input className="ui-input" placeholder={placeholder} />
        <Button className="ui-button" data-tone="quiet" data-size="small" data-square="">
          <Icon name="down" size={16} />
        </Button>
      </Group>
      <FieldWords hint={hint} error={error} />
      <Popover className="ui-popover" offset={4}>
        <Options empty={say('noneFound')} />
      </Popover>
    </ComboBox>
  )
}
