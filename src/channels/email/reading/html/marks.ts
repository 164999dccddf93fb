/**
 * Where a quote begins, as the mail programs mark it. The cleaned HTML carries the answer in `data-quote`, so that the desk can fold it
 * and the text walk can tell the quote from what was typed:
 * - `quote`: this element and all inside was written by somebody else;
 * - `attribution`: the line above a quote ("On … wrote:");
 * - `rest`: everything from here to the end is the earlier mail (Outlook has no container for it).
 */
type QuoteMark = 'quote' | 'attribution' | 'rest'

const QUOTE_MARKS: readonly string[] = ['quote', 'attribution', 'rest'] satisfies QuoteMark[]

type Attributes = Record<string, string>

export function quoteMark(tag: string, attributes: Attributes): QuoteMark | null {
  const known = attributes['data-quote']
  if (known !== undefined && QUOTE_MARKS.includes(known)) return known as QuoteMark // just checked against the list
  const id = (attributes.id ?? '').slice(0, 200)
  const classes = (attributes.class ?? '').slice(0, 500)
  const style = (attributes.style ?? '').slice(0, 1_000)
  // Outlook on the web and mobile; Hotmail; Zimbra.
  if (/^(x_)*(divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|reply-intro)$/i.test(id)) return 'rest'
  if (tag === 'hr' && /^(stopSpelling|zwchr)$/i.test(id)) return 'rest'
  if (/(^|\s)(x_)*(moz-cite-prefix|gmail_attr|zmail_extra_hr)(\s|$)/i.test(classes)) return 'attribution'
  if (tag === 'blockquote') return isCited(attributes, classes, style) ? 'quote' : null
  if (/(^|\s)(x_)*(ydp\w*)?yahoo_quoted(\s|$)/i.test(classes) || /^(x_)*(ydp\w*)?yahoo_quoted_?\d*$/i.test(id)) return 'quote'
  return null
}

function isCited(attributes: Attributes, classes: string, style: string): boolean {
  // Gmail's "indent more" is a bare blockquote without a border: the customer's own words.
  return (
    /cite/i.test(attributes.type ?? '') ||
    /gmail_quote|protonmail_quote|moz-cite|cite|quote/i.test(classes) ||
    /border-left\s*:\s*[^;]*\d/i.test(style)
  )
}
