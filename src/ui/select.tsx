import type { ReactNode } from 'react'
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components'
import { FieldLabel, FieldWords, type Asked } from './field.tsx'
import { words } from './floor-words.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'
import './field.css'
import './overlay.css'

export type Option<Id extends string = string> = {
  id: Id
  label: string
  detail?: string
  start?: ReactNode
  isDisabled?: boolean
}
type Selecting<Id extends string> = Asked & {
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (id: Id) => void
  placeholder?: string
  isDisabled?: boolean
  isRequired?: boolean
  name?: string
}

/** One of a few. For many or remote ones use `Combobox`. */
export function Select<Id extends string>({
  label,
  hint,
  error,
  hideLabel,
  options,
  value,
  onChange,
  placeholder,
  ...field
}: Selecting<Id>) {
  const say = useWords(words)
  const pick = (key: unknown) => {
    const option = options.find((each) => each.id === key)
    if (option) onChange(option.id)
  }
  return (
    <AriaSelect
      {...field}
      value={value}
      onChange={pick}
      isInvalid={error !== undefined}
      placeholder={placeholder ?? say('choose')}
      className="ui-field"
    >
      <FieldLabel label={label} hidden={hideLabel} required={field.isRequired} />
      <Button className="ui-box ui-select-button">
        <SelectValue className="ui-select-value">
          {({ defaultChildren, isPlaceholder, selectedText }) =>
            isPlaceholder ? defaultChildren : (selectedText ?? defaultChildren)
          }
        </SelectValue>
        <Icon name="down" size={16} />
      </Button>
      <FieldWords hint={hint} error={error} />
      <Popover className="ui-popover" offset={4}>
        <Options options={options} />
      </Popover>
    </AriaSelect>
  )
}

/** Without `options` they are those of the combobox around it, already filtered. */
export function Options({ options, empty }: { options?: readonly Option[]; empty?: string }) {
  return (
    <ListBox
      className="ui-menu"
      {...(options ? { items: options } : {})}
      renderEmptyState={() => <p className="ui-menu-title">{empty}</p>}
    >
      {(option: Option) => (
        <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.isDisabled ?? false} className="ui-menu-item">
          {({ isSelected }) => (
            <>
              {option.start}
              <span className="ui-menu-words">
                <Text slot="label">{option.label}</Text>
                {option.detail && (
                  <Text slot="description" elementType="small">
                    {option.detail}
                  </Text>
                )}
              </span>
              {isSelected && <Icon name="check" size={16} />}
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  )
}
