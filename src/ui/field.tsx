import type { ReactNode } from 'react'
import {
  FieldError,
  Group,
  Input,
  Label,
  SearchField as AriaSearch,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaText,
  type SearchFieldProps,
  type TextFieldProps,
} from 'react-aria-components'
import { IconButton } from './button.tsx'
import { words } from './floor-words.ts'
import { Icon, type IconName } from './icon.tsx'
import { useWords } from './words.ts'
import './field.css'

export type Asked = { label: string; hint?: ReactNode; error?: string | undefined; hideLabel?: boolean }
type Plain<Props> = Omit<Props, 'children' | 'className' | 'style' | 'isInvalid'>

type Texting = Asked & Plain<TextFieldProps> & { icon?: IconName; placeholder?: string; end?: ReactNode }

export function TextField({ label, hint, error, hideLabel, icon, placeholder = '', end, ...field }: Texting) {
  return (
    <AriaText {...field} isInvalid={error !== undefined} className="ui-field">
      <FieldLabel label={label} hidden={hideLabel} required={field.isRequired} />
      <Group className="ui-box">
        {icon && <Icon name={icon} size={18} />}
        <Input className="ui-input" placeholder={placeholder} />
        {end}
      </Group>
      <FieldWords hint={hint} error={error} />
    </AriaText>
  )
}

/** Grows with what is written. */
export function TextArea({ label, hint, error, hideLabel, placeholder = '', rows = 3, ...field }: Texting & { rows?: number }) {
  return (
    <AriaText {...field} isInvalid={error !== undefined} className="ui-field">
      <FieldLabel label={label} hidden={hideLabel} required={field.isRequired} />
      <Group className="ui-box" data-tall="">
        <AriaTextArea className="ui-input" placeholder={placeholder} rows={rows} />
      </Group>
      <FieldWords hint={hint} error={error} />
    </AriaText>
  )
}

type Searching = { label: string; placeholder?: string; keys?: string } & Plain<SearchFieldProps>

export function SearchField({ label, placeholder, keys, ...field }: Searching) {
  const say = useWords(words)
  return (
    <AriaSearch {...field} aria-label={label} className="ui-field ui-search">
      <Group className="ui-box">
        <Icon name="search" size={18} />
        <Input className="ui-input" placeholder={placeholder ?? label} />
        {keys && <kbd aria-hidden="true">{keys}</kbd>}
        <IconButton icon="close" size="small" label={say('clear')} />
      </Group>
    </AriaSearch>
  )
}

export function FieldLabel({
  label,
  hidden,
  required,
}: {
  label: string
  hidden?: boolean | undefined
  required?: boolean | undefined
}) {
  const say = useWords(words)
  return (
    <Label className={hidden ? 'unseen' : 'ui-label'}>
      {label}
      {required && <small> ({say('required')})</small>}
    </Label>
  )
}

export function FieldWords({ hint, error }: { hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <Text slot="description" className="ui-field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="ui-field-error">
        {error && (
          <>
            <Icon name="warning" size={16} />
            {error}
          </>
        )}
      </FieldError>
    </>
  )
}
