import type { ReactNode } from 'react'
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { words } from './floor-words.ts'
import { Icon } from './icon.tsx'
import type { Choice, ChoiceGroup, MenuParts } from './menu.tsx'
import { useWords } from './words.ts'
import './overlay.css'

/** The menu itself, fetched by `menu.tsx`: what opens on top is a third of the floor, and nobody reads it before the page. */
export function MenuBody({ label, trigger, groups, isOpenAtOnce }: MenuParts & { isOpenAtOnce: boolean }) {
  return (
    <MenuTrigger defaultOpen={isOpenAtOnce}>
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
