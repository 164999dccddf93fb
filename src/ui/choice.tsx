import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  Radio,
  RadioGroup,
  Switch as AriaSwitch,
  ToggleButton,
  ToggleButtonGroup,
  type CheckboxProps,
  type SwitchProps,
} from 'react-aria-components'
import { FieldLabel, type Asked } from './field.tsx'
import { Icon, type IconName } from './icon.tsx'
import './field.css'

type Said = { children: ReactNode; detail?: ReactNode }
type Bare<Props> = Omit<Props, 'children' | 'className' | 'style'>

const Words = ({ children, detail }: Said) => (
  <span className="ui-choice-words">
    {children}
    {detail && <small>{detail}</small>}
  </span>
)

export function Checkbox({ children, detail, ...box }: Said & Bare<CheckboxProps>) {
  return (
    <AriaCheckbox {...box} className="ui-check">
      {({ isIndeterminate }) => (
        <>
          <span className="ui-check-box">
            <Icon name={isIndeterminate ? 'minus' : 'check'} size={14} />
          </span>
          <Words detail={detail}>{children}</Words>
        </>
      )}
    </AriaCheckbox>
  )
}

export function Switch({ children, detail, ...state }: Said & Bare<SwitchProps>) {
  return (
    <AriaSwitch {...state} className="ui-switch">
      <span className="ui-switch-track" />
      <Words detail={detail}>{children}</Words>
    </AriaSwitch>
  )
}

type OneOf<Id extends string> = {
  options: readonly { id: Id; label: string; detail?: string; icon?: IconName }[]
  value: Id
  onChange: (id: Id) => void
}

export function Radios<Id extends string>({ label, hideLabel, options, value, onChange }: Asked & OneOf<Id>) {
  const pick = (id: string) => options.filter((option) => option.id === id).forEach((option) => onChange(option.id))
  return (
    <RadioGroup value={value} onChange={pick} className="ui-field">
      <FieldLabel label={label} hidden={hideLabel} />
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className="ui-radio">
          <span className="ui-radio-dot" />
          <Words detail={option.detail}>{option.label}</Words>
        </Radio>
      ))}
    </RadioGroup>
  )
}

/** A few exclusive views of the same thing, in one line. */
export function Segments<Id extends string>({ label, options, value, onChange }: { label: string } & OneOf<Id>) {
  const pick = (keys: Set<unknown>) => options.filter((option) => keys.has(option.id)).forEach((option) => onChange(option.id))
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={pick}
      className="ui-segments"
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className="ui-segment">
          {option.icon && <Icon name={option.icon} size={16} />}
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
