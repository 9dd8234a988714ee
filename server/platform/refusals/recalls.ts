/**
 * server/platform/refusals/recalls.ts — refusals of recalls.
 */
import { refuse } from './refuse.ts'

const mockWords: Readonly<Record<string, string>> = {
  ready: 'waits for its clock to be started',
  running: 'is running',
  ended: 'has ended',
  abandoned: 'was given up',
}

const stateWords: Readonly<Record<string, string>> = {
  draft: 'is a draft that nothing was done for yet',
  running: 'is running',
  ended: 'has ended',
  abandoned: 'was abandoned',
}

export const recallRefusals = {
  recall_state: refuse<{ number: string; state: string; wanted: readonly string[] }>(
    409,
    ({ number, state }) =>
      `Recall ${number} ${stateWords[state] ?? state}. Look at it again: somebody may have gone on with it.`,
  ),
  recall_needs_second: refuse<{ number: string; step: 'start' | 'end'; version: number }>(
    409,
    ({ number, step, version }) =>
      `This account asks for two people to ${step} a recall. Let another person approve the ${step} of ${number} as it is now (version ${version}) first.`,
  ),
  recall_approved: refuse<{ number: string; by: string }>(
    409,
    ({ number, by }) => `${by} approved ${number} as it is now already. Another person is needed.`,
  ),
  recall_by_person: refuse<{ number: string }>(
    409,
    ({ number }) => `${number} is approved by a person who is signed in, not by a key of the API.`,
  ),
  recall_empty: refuse<{ number: string }>(
    409,
    ({ number }) => `Nothing is meant by ${number}: no batch was found by its scope. Name what must come back first.`,
  ),
  recall_narrowed: refuse<{ number: string; batches: number; role: string }>(
    403,
    ({ number, batches, role }) =>
      `By this ${number} would free ${batches} held ${batches === 1 ? 'batch' : 'batches'}, and a ${role} may not lift holds. Ask the owner or quality.`,
  ),
  mock_state: refuse<{ number: string; state: string; wanted: string }>(
    409,
    ({ number, state }) =>
      `Mock recall ${number} ${mockWords[state] ?? state}. Look at it again: somebody may have gone on with it.`,
  ),
  mock_confirmed: refuse<{ number: string; deliverable: string; by: string }>(
    409,
    ({ number, deliverable, by }) => `${by} confirmed the ${deliverable} of ${number} already.`,
  ),
  mock_nothing_shipped: refuse<{ since: string }>(
    409,
    ({ since }) => `No batch was shipped since ${since}, so none can be drawn. Name a batch instead.`,
  ),
  action_done: refuse<{ by: string; says: string }>(
    409,
    ({ by, says }) => `${by} said that this is done: ${says} What else is found gets an action of its own.`,
  ),
}
