// HTML written by strangers, cleaned a second time here. The server has cleaned it once; neither trusts the other.
import createPurifier from 'dompurify'

export type Cleaned = { body: DocumentFragment; styles: string; remote: number }

const REMOTE = /^\s*(https?:)?\/\//i
const REMOTE_URL = /url\(\s*['"]?\s*(https?:)?\/\//i

/**
 * The mail as nodes without script, form, frame or event handler. Styles come apart (`styles`, and `data-style` in place of every
 * `style`): the policy of the desk forbids written styles, so the frame sets them through the object model. With `remote` false, what
 * would be fetched from elsewhere is set aside and counted; with `remote` true our own server fetches pictures, so that the sender
 * learns neither who reads nor from where.
 */
export function cleanMail(html: string, remote: boolean): Cleaned {
  const { plain, styles } = unstyled(html)
  const purifier = createPurifier(window)
  let count = 0
  purifier.addHook('uponSanitizeElement', (node) => {
    if (!(node instanceof Element)) return
    const style = node.getAttribute('data-style') ?? ''
    if (REMOTE_URL.test(style)) {
      if (!remote) count++
      node.setAttribute('data-style', style.replace(/url\([^)]*\)/gi, 'none'))
    }
    for (const name of ['src', 'background']) count += setAside(node, name, remote)
  })
  purifier.addHook('afterSanitizeAttributes', (node) => {
    if (node.tagName !== 'A' && node.tagName !== 'AREA') return
    node.setAttribute('target', '_blank')
    node.setAttribute('rel', 'noopener noreferrer')
  })
  const body = purifier.sanitize(plain, {
    RETURN_DOM_FRAGMENT: true,
    ADD_ATTR: ['target', 'background'],
    FORBID_ATTR: ['style', 'srcset'],
    FORBID_TAGS,
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|cid:|blob:|data:image\/(?:png|jpe?g|gif|webp|avif);|\/(?!\/)|#)/i,
  })
  return { body, styles, remote: count }
}

const FORBID_TAGS = 'style form input button select textarea iframe object embed audio video svg math dialog template'.split(' ')

// A sheet that fetches, or that hides by escapes what it does, is left out whole; the frame's own policy stands behind this.
const FETCHES = /url\s*\(|image-set|@import|@font-face|\\/i

// Even a document nobody sees may not hold written styles under our policy: the browser would report each of them. They are taken out
// of the text beforehand. This is for quiet, not for safety: whatever slips through is forbidden below.
function unstyled(html: string): { plain: string; styles: string } {
  const sheets: string[] = []
  const plain = html
    .replace(/<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi, (_, sheet: string) => {
      if (!FETCHES.test(sheet)) sheets.push(sheet)
      return ''
    })
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'])style\s*=/gi, '$1data-style='))
  return { plain, styles: sheets.join('\n') }
}

// The server may have set the address aside already, under data-remote-src.
function setAside(node: Element, name: string, allowed: boolean): number {
  const waiting = name === 'src' ? node.getAttribute('data-remote-src') : null
  const address = node.getAttribute(name) ?? waiting
  if (address === null || !REMOTE.test(address)) return 0
  if (allowed) node.setAttribute(name, `/api/v1/image?url=${encodeURIComponent(address.replace(/^\/\//, 'https://'))}`)
  else node.removeAttribute(name)
  return 1
}

/** What is pasted into our own editor: its meaning, not its looks. */
export function cleanPaste(html: string): string {
  return createPurifier(window).sanitize(html, {
    ALLOWED_TAGS: ['p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'a', 'ul', 'ol', 'li', 'blockquote', 'span', 'div'],
    ALLOWED_ATTR: ['href', 'data-variable'],
  })
}
