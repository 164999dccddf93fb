const PROPERTIES = new Set(
  `background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse border-color border-left
  border-left-color border-left-style border-left-width border-radius border-right border-right-color border-right-style border-right-width border-spacing
  border-style border-top border-top-color border-top-style border-top-width border-width color direction display font-family font-size font-style
  font-variant font-weight height letter-spacing line-height list-style-type margin margin-bottom margin-left margin-right margin-top max-height max-width
  min-height min-width overflow-wrap padding padding-bottom padding-left padding-right padding-top table-layout text-align text-decoration
  text-decoration-line text-transform vertical-align white-space width word-break word-spacing`.split(/\s+/),
)

const DISPLAYS =
  /^(none|block|inline|inline-block|list-item|table|inline-table|table-row|table-cell|table-row-group|table-header-group)$/
// Words, numbers, lengths, colours. No url(), no expression(), no var(), no backslash, nothing negative, nothing of five digits.
const VALUE =
  /^(?:(?:rgba?|hsla?)\([\d\s.,%/]{1,60}\)|#[0-9a-f]{3,8}|\d{0,4}(?:\.\d{1,6})?(?:px|pt|em|rem|ex|ch|cm|mm|in|pc|%)?|[a-z][a-z0-9-]{0,40}|'[a-z0-9 _.-]{1,60}'|,|\s|!important)+$/i

/**
 * The declarations of a style attribute that cannot do harm, in order, written one way; empty when none is left. A list of what is
 * allowed, not of what is forbidden: position, z-index, negative margins and url() are simply not on it.
 */
export function cleanStyle(style: string): string {
  if (style.length > 10_000 || /[\\<>]|\/\*/.test(style)) return ''
  const kept: string[] = []
  for (const declaration of style.split(';').slice(0, 200)) {
    const colon = declaration.indexOf(':')
    if (colon === -1) continue
    const property = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration
      .slice(colon + 1)
      .trim()
      .replaceAll('"', "'")
      .replace(/\s+/g, ' ')
    const allowed = allowDeclaration(property, value)
    if (allowed) kept.push(allowed)
  }
  return kept.join(';')
}

function allowDeclaration(property: string, value: string): string | null {
  // "background: #fff" is what most mails write for a colour.
  if (property === 'background')
    return /^(#[0-9a-f]{3,8}|[a-z]{3,30}|rgba?\([\d\s.,%]{1,60}\))$/i.test(value) ? `background-color:${value}` : null
  if (!PROPERTIES.has(property) || value.length === 0 || value.length > 300 || /\d{5}/.test(value)) return null
  if (property === 'display' && !DISPLAYS.test(value.toLowerCase())) return null
  return VALUE.test(value) ? `${property}:${value}` : null
}
