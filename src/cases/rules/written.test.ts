import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanWritten, wordsOfWritten } from './written.ts'

test('what an editor writes passes unchanged', () => {
  const html =
    '<p>Elle part <strong>demain</strong>, <a href="https://suivi.example/1?a=1&amp;b=2">ici</a>.</p><ul><li>un</li></ul><p style="text-align:center"><u>fin</u></p>'
  assert.equal(cleanWritten(html), html)
  assert.equal(wordsOfWritten(html), 'Elle part demain, ici [https://suivi.example/1?a=1&b=2].\n\n * un\n\nfin')
})

test('nothing that acts leaves under our name', () => {
  const hostile =
    '<p onclick="x()">a<script>alert(1)</script><style>p{}</style><a href="javascript:1">b</a><iframe src="https://x.example"></iframe><form><input></form><img src="http://t.example/p" onerror="x()"></p><p style="position:fixed;color:red">c</p>'
  assert.equal(cleanWritten(hostile), '<p>a<a>b</a></p><img /><p></p><p style="color:red">c</p>')
})
