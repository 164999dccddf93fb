import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanHtml } from './clean-html.ts'
import { HOSTILE } from './hostile-inputs.ts'
import { textLines } from './text-lines.ts'

const text = (html: string): string =>
  textLines(html)
    .map((line) => line.text)
    .join('\n')

test('cleaning twice gives what cleaning once gives, whatever comes in', () => {
  for (const hostile of HOSTILE) {
    const once = cleanHtml(hostile).html
    assert.equal(cleanHtml(once).html, once)
  }
  const scrap = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '&lt;',
    '<p>',
    '</p>',
    '<div style="color:red',
    ';position:fixed">',
    '<a href="',
    'javascript:',
    '<img src=',
    '<table><tr><td>',
    '<blockquote type=cite>',
    '<svg>',
    '<!--',
    '-->',
    '<style>',
    '</style>',
    ' on',
    'x',
    '\0',
    '\n',
    '<b>',
    '<li>',
    'é',
    '<font color="&#x23;fff">',
  )
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 30 }), (scraps) => {
      const once = cleanHtml(scraps.join('')).html
      assert.equal(cleanHtml(once).html, once)
      assert.doesNotMatch(once, /<(script|style|svg)|javascript:[^<]*"[^<]*>|\son\w+="/i)
    }),
    { numRuns: 2_000 },
  )
})

test('remote pictures wait, pictures of the mail stay, and what was taken out is told', () => {
  const clean = cleanHtml(
    '<img src="https://suivi.example/p.gif" alt="logo"><img src="cid:a@b"><script>1</script><p onclick=x>y</p><a href="javascript:x">z</a>',
  )
  assert.equal(
    clean.html,
    '<img alt="logo" data-remote-src="https://suivi.example/p.gif" /><img src="cid:a@b" /><p>y</p><a>z</a>',
  )
  assert.deepEqual(clean.remote, ['https://suivi.example/p.gif'])
  assert.deepEqual(clean.removed, ['script', 'onclick', 'javascript:'])
})

test('a remote picture that was cleaned once is still listed when cleaned again', () => {
  const clean = cleanHtml('<img src="//suivi.example/p.gif">')
  assert.deepEqual(cleanHtml(clean.html), { ...clean, removed: [] })
})

test('harmless style stays, style that leaves its box or calls home goes', () => {
  const styled = (style: string): string => cleanHtml(`<p style="${style}">x</p>`).html
  assert.equal(
    styled('color: #333; font-family: Arial, sans-serif; padding: 0 4px'),
    '<p style="color:#333;font-family:Arial, sans-serif;padding:0 4px">x</p>',
  )
  assert.equal(styled('background: #fff'), '<p style="background-color:#fff">x</p>')
  for (const bad of [
    'position:fixed',
    'margin:-10px',
    'margin: 0 -1px',
    'z-index:9',
    'background:url(x)',
    'width:calc(100% + 9px)',
    'color:var(--x)',
    'width:99999px',
    'behavior:url(x)',
    'color:red\\;x',
    'list-style:url(x)',
  ])
    assert.equal(styled(bad), '<p>x</p>', bad)
})

test('links keep only schemes that people can follow, and never point into our own pages', () => {
  const link = (href: string): string | undefined => /href="([^"]*)"/.exec(cleanHtml(`<a href="${href}">x</a>`).html)?.[1]
  assert.equal(link('https://example.org/?a=1&amp;b=2'), 'https://example.org/?a=1&amp;b=2')
  assert.equal(link(' mailto:a@example.org'), 'mailto:a@example.org')
  assert.equal(link('//example.org/x'), 'https://example.org/x')
  for (const bad of [
    '/cases/1',
    '#top',
    'javascript:1',
    'java&#10;script:1',
    '&#x6A;avascript:1',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:x',
    '\\\\server\\x',
    'http:evil',
  ])
    assert.equal(link(bad), undefined, bad)
})

test('the words of an ordinary mail are all kept', () => {
  const words = 'Bonjour à tous, voici 3 < 4 & "cinq" – merci'
  const source = `<html><head><title>t</title><style>x</style></head><body><table><tr><td><font face="Arial">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</font></td></tr></table><o:p></o:p></body></html>`
  assert.equal(text(cleanHtml(source).html), words)
})

test('a megabyte of anything repeated comes out bounded in depth', () => {
  for (const unit of [
    '<div>',
    '<font>',
    '<ul><li>',
    '<table><tr><td>',
    '<blockquote>',
    '<svg><style>',
    '<p>',
    '<!--',
    '<',
    '&',
    '<a href="',
    '</div>',
  ])
    assert.ok(
      (cleanHtml(unit.repeat(1_000_000 / unit.length)).html.match(/<div>|<font>|<ul>|<table>|<blockquote>/g) ?? []).length <= 400,
      unit,
    )
})
