import type { ReactElement, ReactNode } from 'react'
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { words } from './floor-words.ts'
import { Icon, type IconName } from './icon.tsx'
import { useWords } from './words.ts'
import './overlay.css'

export type Choice = {
  id: string
  label: string
  icon?: IconName
  keys?: string
  detail?: string
  danger?: boolean
  chosen?: boolean
  isDisabled?: boolean
  run: () => void
}
export type ChoiceGroup = { title?: string; choices: readonly Choice[] }

/** `<Menu label="…" trigger={<IconButton …/>} groups={[{ choices }]} />` */
export function Menu({ label, trigger, groups }: { label: string; trigger: ReactElement; groups: readonly ChoiceGroup[] }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover" offset={4}>
        <AriaMenu aria-label={label} className="ui-menu">
          {groups.map((group, place) => (
            <Group key={group.title ?? place} group={group} parted={place > 0} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Group({ group, parted }: { group: ChoiceGroup; parted: boolean }): ReactNode {
  return (
    <>
      {parted && <Separator className="ui-menu-line" />}
      <MenuSection aria-label={group.title ?? ' '}>
        {group.title && <Header className="ui-menu-title">{group.title}</Header>}
        {group.choices.map((choice) => (
          <Line key={choice.id} choice={choice} />
        ))}
      </MenuSection>
    </>
  )
}

function Chosen() {
  const say = useWords(words)
  return (
    <>
      <Icon name="check" size={16} />
      <span className="unseen">({say('chosen')})</span>
    </>
  )
}

function Line({ choice }: { choice: Choice }) {
  const { id, label, icon, keys, detail, danger, chosen, isDisabled = false, run } = choice
  return (
    <MenuItem
      id={id}
      textValue={label}
      onAction={run}
      isDisabled={isDisabled}
      className="ui-menu-item"
      data-danger={danger || undefined}
    >
      {icon ? <Icon name={icon} size={18} /> : null}
      <span className="ui-menu-words">
        {label}
        {detail && <small>{detail}</small>}
      </span>
      {chosen && <Chosen />}
      {keys && <kbd>{keys}</kbd>}
    </MenuItem>
  )
}
