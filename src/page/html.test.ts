import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html, Html } from './html.ts'

const breakouts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '`',
  '&lt;b&gt;',
  '</title><b>',
]

for (const hostile of breakouts)
  test(`what somebody is called stays what it is: ${hostile}`, () => {
    const page = html`<p title="${hostile}" class='${hostile}'>${hostile}</p>`.toString()
    assert.equal(page.match(/[<>]/g)?.length, 4, page)
    assert.equal(page.replace(/="[^"]*"|='[^']*'/g, '').match(/["'`]/g), null, page)
  })

test('a piece of markup is put into another as it is, a list one after the other, and nothing as nothing', () => {
  const names = ['Éa', '<b>']
  const page = html`<ul>${names.map((name) => html`<li>${name}</li>`)}</ul>${null}${undefined}${false}${0}`
  assert.equal(page.toString(), '<ul><li>Éa</li><li>&lt;b&gt;</li></ul>0')
})

test('a condition may give an attribute', () => {
  const box = (on: boolean) => html`<input type="checkbox" ${on && html`checked`}>`.toString()
  assert.equal(box(true), '<input type="checkbox" checked>')
  assert.equal(box(false), '<input type="checkbox" >')
})

test('an address leads where a page may lead and nowhere else', () => {
  const link = (to: string): string => html`<a href="${to}">x</a>`.toString()
  for (const good of ['/r/1', '?lang=en', '#top', 'https://x.example/a:b', 'mailto:a@x.example', 'tel:+331', 'r/1', '/a?b=c:d'])
    assert.ok(link(good).includes(good), good)
  for (const bad of ['javascript:alert(1)', ' \tjava\nscript:alert(1)', 'JAVASCRIPT:x', 'data:text/html,x', 'vbscript:x'])
    assert.equal(link(bad), '<a href="#">x</a>', bad)
  assert.equal(
    html`<a href="/r/${'javascript:x'}">x</a>`.toString(),
    '<a href="/r/javascript:x">x</a>',
    'behind a path it is a path',
  )
})

test('a place where escaping is not enough is refused', () => {
  const x = 'x'
  assert.throws(() => html`<p class=${x}></p>`, /quoted/)
  assert.throws(() => html`<p ${x}></p>`, /quoted/)
  assert.throws(() => html`<p on${x}="1"></p>`, /written out/)
  assert.throws(() => html`<${x}>`, /name of a tag/)
  assert.throws(() => html`<script>${x}</script>`, /script/)
  assert.throws(() => html`<style>${x}</style>`, /style/)
  assert.throws(() => html`<!-- ${x} -->`, /comment/)
  assert.throws(() => html`<p title="${html`<b></b>`}"></p>`, /not markup/)
  assert.throws(() => new Html('<b>', Symbol('made') as never), /made by html/)
})

test('after a script or a comment a page goes on', () => {
  assert.equal(
    html`<script src="${'/a.js'}"></script><!-- "a --><p>${'<'}</p>`.toString(),
    '<script src="/a.js"></script><!-- "a --><p>&lt;</p>',
  )
})
