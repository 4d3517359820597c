'use client'

import { useState } from 'react'
import type { AskedPerson } from '@/components/admin/access/access-desk'
import { ExplainedAnswer } from '@/components/admin/act/explained'
import { ChoiceField } from '@/components/admin/act/fields'
import { Card } from '@/components/admin/frame/card'
import type { PermissionGroup } from '@/components/people/words'

/** Whether a person has a permission in its organization, and why not. */
export function PermissionQuestion({ person, groups }: { person: AskedPerson | null; groups: readonly PermissionGroup[] }) {
  const [permission, setPermission] = useState('')
  const options = groups.flatMap(({ label, entries }) => entries.map(({ key, sentence }) => ({ value: key, label: `${label}: ${sentence}` })))
  return (
    <Card title="A permission">
      <div className="tf-form">
        <ChoiceField name="permission" label="Permission" options={options} empty="Choose…" onChoose={setPermission} />
        {person && permission ? (
          <ExplainedAnswer key={`${person.user} ${permission}`} ask={`/permission?permission=${permission}&organization=${person.organization}&person=${person.user}`} />
        ) : (
          <p className="tf-muted">Choose a person above and a permission here.</p>
        )}
      </div>
    </Card>
  )
}
