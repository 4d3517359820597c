import { reading, spoken, type Reading, type State, type TreeFacts } from '@/domain/health/reading'
import type { MachineFacts } from '@/platform/health/machine'

/** The readings of the rows of one tree. */
export function treeReadings(machine: MachineFacts, tree: TreeFacts): Reading[] {
  return [outbox(machine.at, tree), failedJobs(tree), mail(machine, tree), doctor(machine.at, tree)]
}

function outbox(at: Date, { outbox: { waiting, since }, thresholds }: TreeFacts): Reading {
  const minutes = since ? (at.getTime() - since.getTime()) / 60_000 : 0
  const isLate = minutes > thresholds.outboxMinutes
  return reading({
    ...{
      key: 'outbox',
      label: 'Outbox',
      state: isLate ? 'bad' : minutes > thresholds.outboxMinutes / 2 ? 'warn' : 'ok',
      rings: true,
    },
    value: waiting === 0 ? 'Empty' : `${waiting} waiting, the oldest for ${spoken(Math.round(minutes * 60))}`,
    means: 'Events on their way to the queues; they are handed on within a second.',
    todo: 'See whether the worker runs. Nothing is lost: it goes on where it stopped.',
  })
}

function failedJobs({ failedJobs: failed }: TreeFacts): Reading {
  return reading({
    ...{ key: 'jobs', label: 'Failed jobs', state: failed > 0 ? 'bad' : 'ok', rings: true },
    value: failed === 0 ? 'None' : String(failed),
    means:
      failed === 0
        ? 'Whatever was tried worked in the end.'
        : 'They were tried as often as allowed, and what they do has not happened.',
    todo: 'Read the reason under Queues, mend it, and try them again there.',
  })
}

function mail({ mail: { isConfigured, isReachable } }: MachineFacts, { mails }: TreeFacts): Reading {
  const shared = { key: 'mail', label: 'Mail' }
  if (!isConfigured) {
    return reading({
      ...{ ...shared, state: 'warn', value: 'No mail server', todo: 'Set SMTP_URL and start the product again.' },
      means: 'Mails are written and lie in the mailbox; nobody gets them.',
    })
  }
  const state: State = isReachable ? (mails.failed > 0 ? 'warn' : 'ok') : 'bad'
  return reading({
    ...{ ...shared, state, rings: true },
    value: `${mails.sent} sent today, ${mails.pending} waiting, ${mails.failed} failed this week`,
    means: isReachable ? 'The mail server is there.' : 'Nobody listens at the address of the mail server.',
    todo: 'Check the mail server, then send the failed ones again from the mailbox.',
  })
}

const LATE_HOURS = 30

function doctor(at: Date, { doctor: run }: TreeFacts): Reading {
  const shared = { key: 'doctor', label: 'Doctor', rings: true }
  if (!run) {
    return reading({
      ...{ ...shared, state: 'warn', value: 'Never asked', todo: 'Ask it on its page, or wait for the night.' },
      means: 'It asks every night whether all figures fit together.',
    })
  }
  const hours = (at.getTime() - run.at.getTime()) / 3_600_000
  const found = run.findings.length
  const state: State = found > 0 ? 'bad' : hours > LATE_HOURS ? 'warn' : 'ok'
  return reading({
    ...{ ...shared, state },
    value: `${run.asked} questions, ${found === 0 ? 'nothing found' : `${found} found something`}`,
    means: `Each invariant of the data, asked ${spoken(hours * 3_600)} ago.`,
    todo:
      found > 0
        ? 'Open the doctor’s page: it names the rows.'
        : 'See why the nightly round did not happen; ask on the doctor’s page.',
  })
}
