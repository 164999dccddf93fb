import { useRef, useState } from 'react'
import type { CustomerId } from '#customers/contract'
import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { Switch } from '#ui/choice'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { getWebDoors } from '../contract.ts'
import { words } from './words.ts'

type Door = { key: string; brand: string; identity: string | null }
type Asked = (name: string, value?: unknown) => void
type Site = Window & { Guichet?: Asked & { q?: unknown[][] } }

/** A made-up site with its chat open: signed in at the shop as the customer, or as anybody. */
export function InTheChat({ customer }: { customer: CustomerId }) {
  const say = useWords(words)
  const doors = useAsk(getWebDoors, { customer })
  const [brand, setBrand] = useState<string | null>(null)
  const [known, setKnown] = useState(true)
  if (doors.error) return <Failure error={doors.error} />
  if (!doors.data) return <Skeleton />
  const { chats } = doors.data
  const door = chats.find(({ key }) => key === brand) ?? chats[0]
  return (
    <div className="ui-stack" data-gap={4}>
      <div className="demo-chat-wish">
        <Select
          label={say('site')}
          value={door?.key ?? null}
          onChange={setBrand}
          options={chats.map((each) => ({ id: each.key, label: each.brand }))}
        />
        <Switch isSelected={known} onChange={setKnown}>
          {say('signedIn')}
        </Switch>
      </div>
      {door && <Shop key={`${door.key} ${known}`} door={door} known={known} />}
    </div>
  )
}

function Shop({ door, known }: { door: Door; known: boolean }) {
  const say = useWords(words)
  const language = useLanguage()
  const frame = useRef<HTMLIFrameElement>(null)
  return (
    <iframe
      ref={frame}
      className="demo-shop"
      title={say('shop', { brand: door.brand })}
      srcDoc={shopPage(language, door.brand)}
      onLoad={() => frame.current && openChat(frame.current, { door, known })}
    />
  )
}

// A shop window with little in it: the chat is what one is here for. The names are ours, the policy of the desk holds here as well.
const shopPage = (language: string, brand: string): string =>
  `<!doctype html><html lang="${language}"><meta name="color-scheme" content="light dark"><title>${brand}</title>
  <body style="margin:0;padding:2rem;font:1rem/1.5 system-ui,sans-serif;max-width:32rem"><h1 style="font-weight:600">${brand}</h1>
  ${'<p style="block-size:.75rem;border-radius:1rem;background:currentColor;opacity:.08;margin:.75rem 0"></p>'.repeat(5)}</body></html>`

// Every customer is a visitor of their own: what the one before left on this device is forgotten first.
function openChat({ contentWindow, contentDocument }: HTMLIFrameElement, { door, known }: { door: Door; known: boolean }): void {
  if (!contentWindow || !contentDocument || contentDocument.querySelector('script')) return
  for (const name of Object.keys(localStorage)) if (name.startsWith(`guichet.${door.key}.`)) localStorage.removeItem(name)
  const asked: unknown[][] = []
  const site = contentWindow as Site
  site.Guichet = Object.assign((...call: unknown[]) => void asked.push(call), { q: asked })
  if (known && door.identity) site.Guichet('identify', door.identity)
  site.Guichet('open')
  const script = contentDocument.createElement('script')
  script.src = '/widget.js'
  script.dataset.widget = door.key
  contentDocument.body.append(script)
}
