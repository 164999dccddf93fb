// window.Guichet(…): what a site may ask of the widget, before it is loaded or after.
import { change, type Chat, type Identity } from './chat.ts'
import { close, forget, open, speakIn } from './opening.ts'
import { languageIn } from './site.ts'

type Ask = (name: string, value?: unknown) => void
declare global {
  interface Window {
    Guichet?: Ask & { q?: Iterable<ArrayLike<unknown>> } // q: asked before we came
  }
}

export function answerCalls(chat: Chat): void {
  const asked: Readonly<Record<string, (value: unknown) => void>> = {
    open: () => open(chat),
    close: () => close(chat),
    forget: () => {
      chat.identity = null
      forget(chat)
    },
    identify: (value) => {
      chat.identity = typeof value === 'string' || typeof value === 'function' ? (value as Identity) : null // what it gives is looked at by the server
      chat.line.renew()
    },
    language: (value) => {
      const language = languageIn(value)
      if (!language) return
      chat.site.language = language
      void speakIn(chat, language)
    },
    theme: (value) => {
      chat.site.theme = value === 'dark' || value === 'light' ? value : null
      change(chat, {})
    },
  }
  const answer: Ask = (name, value) => {
    const wanted = Object.hasOwn(asked, name) ? asked[name] : undefined
    if (wanted) wanted(value)
    else console.warn(`Guichet: there is nothing called "${name}".`)
  }
  const early = [...(window.Guichet?.q ?? [])]
  window.Guichet = answer
  for (const [name, value] of early.map((each) => Array.from(each))) answer(String(name), value)
}
