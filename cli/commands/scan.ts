import { type Command, Option } from 'commander'
import { canonicalStem } from '../../domain/gs1/build-link.ts'
import { strict } from '../../domain/gs1/read-scan.ts'
import { symbologyNames } from '../../domain/gs1/reader-output.ts'
import { answerBuild } from '../scan/answer-build.ts'
import { answerScan } from '../scan/answer-scan.ts'
import { eachLine } from '../scan/each-line.ts'

/** What is let pass that the standard in force does not have. */
const allowances = {
  'unknown-identifiers': 'unlisted',
  'unknown-in-query': 'unlistedInQuery',
  'short-gtins': 'shortGtins',
  names: 'names',
} as const
type Allowance = keyof typeof allowances

type Options = Readonly<{
  build?: boolean
  allow: readonly Allowance[]
  announced?: boolean
  whole?: boolean
  stem: string
  symbology?: string
  addCheckDigit?: boolean
}>

export function scanCommand(root: Command): void {
  root
    .command('scan')
    .description(
      'Read scans of GS1 codes, one a line from standard input, and write one JSON object a line. Needs no server.',
    )
    .option('--build', 'the other way round: from elements to element string, brackets and Digital Link')
    .addOption(
      new Option('--allow <what...>', 'let pass what the standard does not have')
        .choices(Object.keys(allowances))
        .default([], 'nothing'),
    )
    .option('--announced', 'every scan must say first which kind of code it is of, as ]C1 does')
    .option('--whole', 'each code is all there is on its thing: what an identifier needs beside it must be in it')
    .option('--stem <address>', 'what a Digital Link that is built begins with', canonicalStem)
    .addOption(
      new Option('--symbology <name>', 'with --build: also what a reader sends of this kind of code').choices(
        symbologyNames,
      ),
    )
    .option('--add-check-digit', 'with --symbology: the number that is given lacks its check digit')
    .action(async ({ build, allow, announced = false, whole = false, stem, symbology, addCheckDigit }: Options) => {
      const allowed = Object.fromEntries(allow.map((name) => [allowances[name], true]))
      const tolerance = { ...strict, ...allowed, whole }
      const checkDigit = addCheckDigit ? 'added' : 'given'
      const answer = build
        ? (line: string) => answerBuild(line, { ...tolerance, stem, symbology: symbology ?? null, checkDigit })
        : (line: string) => answerScan(line, { ...tolerance, announced })
      await eachLine(process.stdin, answer)
    })
}
