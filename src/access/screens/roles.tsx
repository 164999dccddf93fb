import { Badge } from '#ui/badge'
import { Icon } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import { permissionNames, roleNames, roles } from '../contract.ts'
import { permissionWords } from '../contract/permission-words.ts'
import { purposes } from './purposes.ts'
import { words } from './words.ts'
import './access.css'

/** What each role may do, first in a few words, then all of it. */
export function RolesPage() {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <Page title={say('roles')} lead={say('rolesLead')}>
      <ul className="access-roles">
        {roleNames.map((name) => (
          <li key={name}>
            <Panel
              title={roles[name][spoken]}
              actions={<Badge tone="accent">{say('permissions', { count: roles[name].permissions.size })}</Badge>}
            >
              <p className="access-purpose">{purposes[name][spoken]}</p>
            </Panel>
          </li>
        ))}
      </ul>
      <Panel flush title={say('compare')}>
        <Matrix />
      </Panel>
    </Page>
  )
}

function Matrix() {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <div className="access-matrix" tabIndex={0} role="region" aria-label={say('permission')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('permission')}</th>
            {roleNames.map((name) => (
              <th key={name} scope="col">
                {roles[name][spoken]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionNames.map((permission) => (
            <tr key={permission}>
              <th scope="row">{permissionWords[permission][spoken]}</th>
              {roleNames.map((name) => (
                <td key={name}>
                  {roles[name].permissions.has(permission) ? <Icon name="check" size={18} /> : null}
                  <span className="unseen">{say(roles[name].permissions.has(permission) ? 'yes' : 'no')}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
