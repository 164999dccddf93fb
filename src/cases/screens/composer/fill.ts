// Variables of templates: {{customer.name}} in text, <span data-variable="customer.name"> in the editor's HTML. Pure.
export const variableNames = [
  'customer.name', 'customer.first_name', 'agent.name', 'case.number', 'case.subject', 'brand.name', 'today',
] as const // prettier-ignore
export type VariableName = (typeof variableNames)[number]
export type Values = Readonly<Partial<Record<VariableName, string>>>
export type Filled = { html: string; text: string; missing: string[] }

const IN_TEXT = /\{\{\s*([\w.]+)\s*\}\}/g
const IN_HTML = /<span[^>]*\bdata-variable="([\w.]+)"[^>]*>[^<]*<\/span>/g

/** Everything that can be told is; what cannot is named in `missing` (each once) and left as it stood. */
export function fill(written: { html: string; text: string }, values: Values): Filled {
  const missing = new Set<string>()
  const put = (name: string, otherwise: string, dress: (value: string) => string): string => {
    const value = values[name as VariableName] // an unknown name has no value
    if (value === undefined || value === '') missing.add(name)
    return value === undefined || value === '' ? otherwise : dress(value)
  }
  const html = written.html
    .replace(IN_HTML, (whole, name: string) => put(name, whole, escapeHtml))
    .replace(IN_TEXT, (whole, name: string) => put(name, whole, escapeHtml))
  const text = written.text.replace(IN_TEXT, (whole, name: string) => put(name, whole, String))
  return { html, text, missing: [...missing] }
}

/** A template as it enters the editor: what is known is written out, what is not becomes a slot one can see. */
export function fillTemplate(html: string, values: Values): string {
  const known = fill({ html, text: '' }, values).html
  return known.replace(IN_TEXT, (_, name: string) => `<span data-variable="${name}">${name}</span>`)
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign)
