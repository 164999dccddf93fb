import { route, type Route } from '#base/http'
import type { Seal } from '#base/seal'
import * as contract from '../contract.ts'
import { addWidget } from './add.ts'
import { editWidget, removeWidget } from './edit.ts'
import { listIdentityKeys, makeIdentityKey, retireIdentityKey } from './identity-keys.ts'
import { getWidget, listWidgets } from './list.ts'
import type { Site } from './show.ts'

export const widgetRoutes = ({ seal, ...site }: Site & { seal: Seal }): Route[] => [
  route(contract.listWidgets, listWidgets(site)),
  route(contract.getWidget, getWidget(site)),
  route(contract.postWidget, addWidget(site)),
  route(contract.patchWidget, editWidget(site)),
  route(contract.deleteWidget, removeWidget),
  route(contract.listIdentityKeys, listIdentityKeys),
  route(contract.postIdentityKey, makeIdentityKey(seal)),
  route(contract.deleteIdentityKey, retireIdentityKey),
]
