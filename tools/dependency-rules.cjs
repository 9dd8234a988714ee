/**
 * tools/dependency-rules.cjs — who may import whom, for dependency-cruiser. The modules' order comes from module-line.json,
 * the one list of it.
 */
const line = require('./module-line.json')

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const moduleLine = line.map((module, index) =>
  forbid(
    `line-${module}`,
    `${module} may use only the modules before it: ${line.slice(0, index).join(', ') || 'none'}.`,
    { path: `^server/modules/${module}/`, pathNot: '\\.test\\.ts$' },
    { path: '^server/modules/([^/]+)/', pathNot: `^server/modules/(${line.slice(0, index + 1).join('|')})/` },
  ),
)

const layers = [
  forbid(
    'known-modules',
    'Every module has its place in tools/module-line.json.',
    { path: '.*' },
    { path: '^server/modules/', pathNot: `^server/modules/(${line.join('|')})/` },
  ),
  forbid(
    'front-doors',
    "A module's index.ts is its only door.",
    { path: '^(server/modules/([^/]+)/|server|web|cli|bench|tools)', pathNot: '\\.test\\.ts$' },
    { path: '^server/modules/[^/]+/', pathNot: '^server/modules/($2/|[^/]+/index\\.ts$)' },
  ),
  forbid(
    'pure-domain',
    'The domain depends on nothing but itself.',
    { path: '^domain/', pathNot: '\\.test\\.ts$' },
    { pathNot: '^domain/' },
  ),
  forbid(
    'platform-knows-no-business',
    'The platform knows no module.',
    { path: '^server/platform/' },
    { path: '^server/(modules/|app\\.ts|main\\.ts)' },
  ),
  forbid(
    'features-are-strangers',
    'Features of the web never import each other.',
    { path: '^web/features/([^/]+)/' },
    { path: '^web/features/', pathNot: '^web/features/$1/' },
  ),
  forbid(
    'shared-knows-no-feature',
    'What features share knows none of them.',
    { path: '^web/(shared|api|scanner|outbox)/' },
    { path: '^web/(features|app)/' },
  ),
  forbid(
    'web-speaks-http',
    'The web reaches the server over HTTP only.',
    { path: '^web/', pathNot: '^web/test/' },
    { path: '^(server|cli|bench|tools)/' },
  ),
  forbid(
    'cli-speaks-http',
    'The command line speaks HTTP only.',
    { path: '^cli/', pathNot: '\\.(test|conformance)\\.ts$|^cli/(test/|firstout\\.mjs$)' },
    { path: '^(server|web|bench|tools)/' },
  ),
  forbid(
    'server-stands-alone',
    'The server imports no client of it.',
    { path: '^server/', pathNot: '^server/test/' },
    { path: '^(web|cli|bench|tools)/' },
  ),
  forbid(
    'no-tests-in-the-product',
    'What ships imports no test.',
    { pathNot: '(\\.(test|conformance)\\.tsx?$|^(server|web|cli)/test/|^tools/|^bench/|^vitest|for-test)' },
    { path: '(\\.test\\.tsx?$|^(server|web|cli)/test/)' },
  ),
  forbid(
    'no-cycles',
    'A cycle has no first thing to understand.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  forbid('resolvable', 'It must be there.', {}, { couldNotResolve: true, pathNot: '^#' }),
]

module.exports = {
  forbidden: [...moduleLine, ...layers],
  options: {
    doNotFollow: { path: ['node_modules', 'dist'] },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
