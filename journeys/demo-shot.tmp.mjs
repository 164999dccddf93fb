import chromium from '@sparticuz/chromium'
import { chromium as browsers } from 'playwright-core'
import { AxeBuilder } from '@axe-core/playwright'
import { readFileSync, existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
const base='http://localhost:4777'
const who=process.argv[2]??'Hélène'
const browser=await browsers.launch({executablePath:await chromium.executablePath(),args:['--no-sandbox','--disable-background-networking','--disable-dev-shm-usage'],headless:true})
const state='/tmp/demo-shots/state-'+who+'.json'
const context=await browser.newContext({viewport:{width:1440,height:900},locale:'fr-FR',timezoneId:'Europe/Paris',colorScheme:'light',...(existsSync(state)?{storageState:state}:{})})
const page=await context.newPage(); page.setDefaultTimeout(25000)
page.on('console',m=>m.type()==='error'&&console.log('console',m.text())); page.on('pageerror',e=>console.log('pageerror',e.message))
const folder=process.env.DESK??'/tmp/demo-desk'
const kinds={'.html':'text/html','.js':'text/javascript','.css':'text/css','.woff2':'font/woff2','.svg':'image/svg+xml'}
await page.route('**/desk/**', async route=>{ const p=new URL(route.request().url()).pathname.replace(/^\/desk\//,''); const ext=path.extname(p); const file=path.join(folder, ext===''?'index.html':p); if(!existsSync(file)) return route.continue(); await route.fulfill({body:readFileSync(file),contentType:kinds[ext||'.html']??'application/octet-stream'}) })
if(!existsSync(state)){ const link=new RegExp(who+'.*?(http\\S+)').exec(readFileSync('/tmp/demo-data.out','utf8'))[1]; await page.goto(link); await page.getByRole("button").last().click().catch(e=>console.log(e.message)); await page.waitForURL(u=>!u.pathname.includes('sign-in')).catch(e=>console.log('no move',page.url())); await context.storageState({path:state}) }
for (const [name,url,wait,act] of JSON.parse(process.argv[3])) { await page.goto(base+url); await page.locator(wait).first().waitFor().catch(e=>console.log('wait',name,e.message.slice(0,200))); await page.waitForTimeout(1500); if(act) await eval('(async()=>{'+act+'})()'); await page.screenshot({path:`/tmp/demo-shots/${name}.png`});
 if(process.env.AXE){ const r=await new AxeBuilder({page}).analyze(); console.log(name, r.violations.flatMap(v=>v.nodes.map(n=>v.id+' '+n.target.join(' '))).join('\n')) } }
await browser.close()
