import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { cleanMail, type Cleaned } from './clean-html.ts'
import { words } from './floor-words.ts'
import { Notice } from './layout.tsx'
import { useWords } from './words.ts'
import './html-frame.css'

// The frame is a document of its own: it runs no script (sandbox without allow-scripts), loads nothing from elsewhere until asked (its own
// policy), and cannot reach us. allow-same-origin lets *us* reach it, to fill it and to measure it; without scripts it opens nothing.
const SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox'
const SHELL =
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; ` +
  `img-src 'self' data: blob:"><meta name="referrer" content="no-referrer"></head><body></body></html>`

const LOOK = `:root{color-scheme:light;background:#fffdf8;color:#1d2522;font:15px/1.5 Figtree,'Segoe UI',system-ui,sans-serif;overflow-wrap:anywhere}
body{margin:0;padding:1px;overflow-x:auto}img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin:0 0 0 8px;padding-left:12px;border-left:2px solid #e2dccd}a{color:#0e6063}pre{white-space:pre-wrap}`

/** The cleaned HTML of a message. Remote images wait for `Show images`; links open elsewhere; the frame is as high as its words. */
export function HtmlFrame({ html, title }: { html: string; title?: string }) {
  const say = useWords(words)
  const [remote, setRemote] = useState(false)
  const cleaned = useMemo(() => cleanMail(html, remote), [html, remote])
  const show = (
    <Button size="small" icon="image" onPress={() => setRemote(true)}>
      {say('showRemote')}
    </Button>
  )
  return (
    <div className="ui-mail">
      {cleaned.remote > 0 && !remote && (
        <Notice tone="info" icon="shield" title={say('remoteTitle')} action={show}>
          {say('remoteText', { count: cleaned.remote })}
        </Notice>
      )}
      <div className="ui-mail-paper">
        <Sandbox key={String(remote)} cleaned={cleaned} title={title ?? say('mailBody')} />
      </div>
    </div>
  )
}

function Sandbox({ cleaned, title }: { cleaned: Cleaned; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const watching = useRef<ResizeObserver>(undefined)
  const fill = useCallback(() => {
    const inside = frame.current?.contentDocument
    if (!inside || !frame.current) return
    write(inside, cleaned)
    watching.current?.disconnect()
    watching.current = follow(frame.current, inside)
  }, [cleaned])
  useEffect(() => {
    if (frame.current?.contentDocument?.readyState === 'complete') fill()
    return () => watching.current?.disconnect()
  }, [fill])
  return (
    <iframe
      ref={frame}
      className="ui-mail-frame"
      title={title}
      sandbox={SANDBOX}
      srcDoc={SHELL}
      onLoad={fill}
      referrerPolicy="no-referrer"
    />
  )
}

function write(inside: Document, { body, styles }: Cleaned): void {
  const view = inside.defaultView
  if (!view) return
  inside.body.replaceChildren(inside.importNode(body, true))
  inside.adoptedStyleSheets = [LOOK, styles].map((text) => {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(text) // refuses @import, which would fetch
    return sheet
  })
  for (const node of inside.body.querySelectorAll<HTMLElement>('[data-style]')) node.style.cssText = node.dataset['style'] ?? ''
}

function follow(frame: HTMLIFrameElement, inside: Document): ResizeObserver {
  const measure = () => {
    frame.style.blockSize = `${Math.min(inside.documentElement.offsetHeight, 20_000)}px`
  }
  const watching = new ResizeObserver(measure)
  watching.observe(inside.documentElement)
  measure()
  return watching
}
