// HTML written by strangers, cleaned a second time here. The server has cleaned it once; neither trusts the other.
import createPurifier from 'dompurify'

export type Cleaned = { body: DocumentFragment; styles: string; remote: number }

const REMOTE = /^\s*(https?:)?\/\//i
const REMOTE_URL = /url\(\s*['"]?\s*(https?:)?\/\//i

/**
 * The mail as nodes without script, form, frame or event handler. Styles come apart (`styles`, and `data-style` in place of every
 * `style`): the policy of the desk forbids written styles, so the frame sets them through the object model. With `remote` false, what
 * would be fetched from elsewhere is set aside and counted.
 */
export function cleanMail(html: string, remote: boolean): Cleaned {
  const purifier = createPurifier(window)
  let count = 0
  purifier.addHook('uponSanitizeAttribute', (_node, attribute) => {
    if (attribute.attrName === 'style' || attribute.attrName === 'srcset') attribute.keepAttr = false
  })
  purifier.addHook('beforeSanitizeAttributes', (node) => {
    const style = node.getAttribute('style')
    if (style)
      node.setAttribute(
        'data-style',
        REMOTE_URL.test(style) && !remote ? (count++, style.replace(/url\([^)]*\)/gi, 'none')) : style,
      )
    for (const name of ['src', 'background', 'poster']) count += setAside(node, name, remote)
  })
  purifier.addHook('afterSanitizeAttributes', (node) => {
    if (node.tagName !== 'A' && node.tagName !== 'AREA') return
    node.setAttribute('target', '_blank')
    node.setAttribute('rel', 'noopener noreferrer')
  })
  const body = purifier.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    FORCE_BODY: true,
    ADD_ATTR: ['target', 'background', 'data-style'],
    FORBID_TAGS: [
      'form',
      'input',
      'button',
      'select',
      'textarea',
      'iframe',
      'object',
      'embed',
      'audio',
      'video',
      'svg',
      'math',
      'dialog',
      'template',
    ],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|cid:|blob:|data:image\/(?:png|jpe?g|gif|webp|avif);|\/(?!\/)|#)/i,
  })
  const sheets = [...body.querySelectorAll('style')]
  const styles = sheets.map((sheet) => sheet.textContent).join('\n')
  for (const sheet of sheets) sheet.remove()
  return { body, styles, remote: count }
}

// The server may have set the address aside already, under data-remote-src.
function setAside(node: Element, name: string, allowed: boolean): number {
  const waiting = name === 'src' ? node.getAttribute('data-remote-src') : null
  const address = node.getAttribute(name) ?? waiting
  if (address === null || !REMOTE.test(address)) return 0
  if (allowed) node.setAttribute(name, address)
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
