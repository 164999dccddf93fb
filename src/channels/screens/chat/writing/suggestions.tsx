import { useId, useState, type KeyboardEvent } from 'react'
import { listTemplates } from '#cases/contract'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import type { OpenChat } from '../../../contract.ts'
import { useMe } from '../lists/chats.ts'
import { findEmoji } from './emoji.ts'
import type { Sought } from './slash.ts'
import { fitting, templateText } from './template-text.ts'
import { useValues } from './values.ts'
import { words } from './writing-words.ts'

type Choice = { id: string; label: string; detail: string; text: string }
type Found = {
  choices: readonly Choice[]
  at: number
  list: string
  known: boolean
  press: (event: KeyboardEvent, choose: (text: string) => void) => boolean
  owns: (open: boolean) => Record<string, string | boolean>
}

const MOST = 7

/** What fits what was typed after "/" or ":". Arrows walk, Enter or Tab chooses; the caret stays in the text all the while. */
export function useSuggestions(sought: Sought | null, chat: OpenChat): Found {
  const list = useId()
  const me = useMe()
  const values = useValues(chat, me)
  const wanted = sought?.kind === 'template'
  const templates = useAsk(listTemplates, {}, { staleSeconds: 300, enabled: wanted && (me?.may.has('template.read') ?? false) })
  const choices = sought ? choicesFor(sought, { chat, templates: templates.data?.items ?? [], values }) : []
  const [walked, setWalked] = useState<{ of: string; at: number }>({ of: '', at: 0 })
  const spelled = sought ? `${sought.kind}${sought.text}` : ''
  const at = walked.of === spelled ? Math.min(walked.at, Math.max(0, choices.length - 1)) : 0
  const press = (event: KeyboardEvent, choose: (text: string) => void): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (choices.length === 0) return false
    if (step !== undefined) setWalked({ of: spelled, at: (at + step + choices.length) % choices.length })
    else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') choose(choices[at]?.text ?? '')
    else return false
    event.preventDefault()
    return true
  }
  const owns = (open: boolean): Record<string, string | boolean> =>
    open && choices.length > 0
      ? {
          'aria-haspopup': 'listbox',
          'aria-controls': list,
          'aria-autocomplete': 'list',
          'aria-activedescendant': `${list}${at}`,
        }
      : {}
  return { choices, at, list, known: !wanted || templates.isSuccess || templates.isError, press, owns }
}

type Knowing = { chat: OpenChat; templates: Parameters<typeof fitting>[0]; values: Parameters<typeof templateText>[1] }

function choicesFor({ kind, text }: Sought, { chat, templates, values }: Knowing): Choice[] {
  if (kind === 'emoji') return findEmoji(text, MOST).map(({ sign, words: found }) => ({ id: sign, label: sign, detail: found, text: sign })) // prettier-ignore
  return fitting(templates, { brand: chat.brand.id, language: chat.language, sought: text })
    .slice(0, MOST)
    .map(({ id, name, html }) => {
      const filled = templateText(html, values)
      return { id, label: name, detail: filled.replaceAll('\n', ' ').slice(0, 90), text: filled }
    })
}

type Showing = { found: Found; kind: Sought['kind']; onChoose: (text: string) => void }

export function Suggestions({ found: { choices, at, list, known }, kind, onChoose }: Showing) {
  const say = useWords(words)
  if (choices.length === 0)
    return kind === 'template' && known ? (
      <p className="chats-suggestions chats-suggestions-none" role="status">
        {say('noTemplates')}
      </p>
    ) : null
  return (
    <ul
      className="chats-suggestions"
      id={list}
      role="listbox"
      aria-label={say(kind === 'template' ? 'suggestTemplates' : 'suggestEmoji')}
      data-kind={kind}
    >
      {choices.map(({ id, label, detail, text }, place) => (
        <li
          key={id}
          id={`${list}${place}`}
          role="option"
          aria-selected={place === at}
          onMouseDown={(event) => {
            event.preventDefault() // the caret stays where it is
            onChoose(text)
          }}
        >
          <strong>{label}</strong>
          <small>{detail}</small>
        </li>
      ))}
    </ul>
  )
}
