/**
 * cli/session.ts — what every command is given: the API, and where its answer goes.
 */
import type { Command } from 'commander'
import { type Api, openApi } from './api.ts'
import { connectionOf, type Given } from './connection.ts'

export type Session = Readonly<{
  api: Api
  json: boolean
  /** The one answer of a command: a JSON document for programs, words for people. */
  answer(value: unknown, words: () => string): void
  /** A remark for the person, beside the answer. */
  remark(line: string): void
}>

type Global = Given & { json?: boolean }

export function sessionOf(command: Command): Session {
  const given = command.optsWithGlobals<Global>()
  const json = given.json ?? false
  return {
    api: openApi(connectionOf(given, process.env)),
    json,
    answer(value, words) {
      process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${words()}\n`)
    },
    remark(line) {
      process.stderr.write(`${line}\n`)
    },
  }
}

/** The options that every command takes, wherever on the line they stand. */
export function takesConnection(command: Command): Command {
  return command
    .option('--url <address>', 'address of Firstout (FIRSTOUT_URL; http://127.0.0.1:4600)')
    .option('--key <key>', 'API key (better in FIRSTOUT_KEY: flags are seen by other people of the machine)')
    .option(
      '--data <folder>',
      'folder of a demo on this machine, whose key is used where none is given (DATA_DIR; .firstout)',
    )
    .option('--json', 'one JSON document instead of tables')
}
