/**
 * The walls between the rooms of src/. In one sentence: doors know the heart, the heart knows the words, the platform
 * knows the machines; nobody knows a door. A new arrow between modules is a reviewed line in `arrows` with a decision
 * record in docs/decisions.
 */

/** Modules every other one may call. */
const everybodyMayCall = ['identity', 'network', 'core', 'content']

/** Which module may call which; whatever is not here answers by events. */
const arrows = {
  identity: [],
  network: [],
  core: [],
  content: [],
  // Asks how the installation does; the machine's figures are handed to it.
  health: [],
  catalog: [],
  inventory: ['catalog'],
  sales: ['catalog', 'inventory', 'finance'],
  finance: ['catalog'],
  purchasing: ['catalog', 'inventory', 'quality', 'finance'],
  quality: ['inventory'],
  workforce: [],
  logistics: ['inventory', 'sales', 'workforce'],
  service: ['catalog', 'inventory', 'sales', 'finance'],
  crm: ['catalog', 'sales', 'finance'],
  rentals: ['catalog', 'finance'],
  incentives: ['finance'],
  support: [],
  training: [],
  workflow: [],
  integrations: [],
  // These two read everybody's figures through their queries, and nobody calls them.
  scorecards: ['*'],
  insight: ['*'],
}

const doors = '^src/(collections|hooks|endpoints|jobs|app|components)/'
const payloadPackages = '(^|/)node_modules/(payload|@payloadcms)/'
const anyPackage = '(^|/)node_modules/'

const mayCall = (module) => {
  const others = arrows[module]
  if (others.includes('*')) return '[a-z-]+'
  return [module, ...everybodyMayCall, ...others].join('|')
}

const arrowRules = Object.keys(arrows).map((module) => ({
  name: `arrow-${module}`,
  comment: `${module} calls ${[...new Set([...everybodyMayCall, ...arrows[module]])].join(', ')}; everything else answers by events, or modules grow into one knot.`,
  severity: 'error',
  from: { path: `^src/domain/${module}/` },
  to: { path: '^src/domain/[a-z-]+/', pathNot: `^src/domain/(${mayCall(module)})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'known-modules-only',
      comment: 'A folder of the domain that has no line in the table of arrows would have no walls.',
      severity: 'error',
      from: { path: '^src/domain/[a-z-]+/', pathNot: `^src/domain/(${Object.keys(arrows).join('|')})/` },
      to: {},
    },
    {
      name: 'kernel-is-words',
      comment:
        'The kernel is imported everywhere, in the browser too: it knows nothing but zod and itself (idempotency.ts hashes, on the server).',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '^src/kernel/idempotency\\.ts$' },
      to: { pathNot: ['^src/kernel/', `${anyPackage}zod/`] },
    },
    {
      name: 'heart-knows-no-door',
      comment:
        'The same operation is called by REST, screens, jobs and imports; meaning that knows one door is lost to the others.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: doors },
    },
    {
      name: 'domain-without-machines',
      comment:
        'The domain sees the context alone: no Payload, driver, queue, mail or file system, so that its rules can be read and tested by themselves.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        path: [
          payloadPackages,
          `${anyPackage}(pg|bullmq|ioredis|nodemailer|next|react)/`,
          '^src/platform/(payload|http|db|mail|queue)/',
        ],
      },
    },
    {
      name: 'declarations-are-data',
      comment:
        'Statuses, permissions, events, notifications and sequences are read by generators, screens and tests: data made of kernel words, nothing that runs.',
      severity: 'error',
      from: { path: '^src/domain/([a-z-]+)/(status|permissions|events|notifications|sequences|settings)\\.ts$' },
      to: {
        pathNot: [
          '^src/kernel/',
          '^src/platform/defaults\\.ts$',
          '^src/domain/$1/(status|permissions|events|notifications|sequences|settings)\\.ts$',
          // A module with many events keeps them by theme.
          '^src/domain/$1/([a-z-]+-|[a-z-]+/)events\\.ts$',
          `${anyPackage}zod/`,
        ],
      },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules decide and compute from their arguments; what reads or writes is a query or an operation.',
      severity: 'error',
      from: { path: '^src/domain/[a-z-]+/rules\\.ts$' },
      to: { path: '^src/platform/|/(operations|queries)(/|\\.ts$)' },
    },
    {
      name: 'front-door-of-modules',
      comment: 'Another module is entered by its index.ts, so that its inside can change without asking.',
      severity: 'error',
      from: { path: '^src/domain/([a-z-]+)/' },
      to: { path: '^src/domain/[a-z-]+/', pathNot: ['^src/domain/$1/', '^src/domain/[a-z-]+/index\\.ts$'] },
    },
    ...arrowRules,
    {
      name: 'platform-knows-no-business',
      comment:
        'The platform speaks to Payload, PostgreSQL, queue, files and mail for every module alike; a word of the business in it would bind all to one.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: ['^src/domain/', doors] },
    },
    {
      name: 'collections-are-shape',
      comment:
        'A collection says what is stored; it reaches only the hooks and declarations of the domain, never the other doors.',
      severity: 'error',
      from: { path: '^src/collections/' },
      to: { path: '^src/(endpoints|jobs|app)/', pathNot: '^src/endpoints/payload-auth\\.ts$' },
    },
    {
      name: 'collections-of-one-module',
      comment:
        'Collections point at each other by slug; imports across modules would make their order of loading matter.',
      severity: 'error',
      from: { path: '^src/collections/([a-z-]+)/' },
      to: { path: '^src/collections/[a-z-]+/', pathNot: '^src/collections/$1/' },
    },
    {
      name: 'hooks-of-own-module',
      comment:
        'A hook belongs to one module (or to all, in shared): calling another module is the business of the domain.',
      severity: 'error',
      from: { path: '^src/(collections|hooks)/([a-z-]+)/' },
      to: { path: '^src/hooks/[a-z-]+/', pathNot: '^src/hooks/($2|shared)/' },
    },
    {
      name: 'hooks-are-thin',
      comment: 'A hook turns a moment of the lifecycle into a rule or an operation; it knows no other door.',
      severity: 'error',
      from: { path: '^src/hooks/' },
      to: { path: '^src/(collections|endpoints|jobs|app|components)/' },
    },
    {
      name: 'tables-of-doors',
      comment: 'Endpoints and jobs are tables that name operations; they know neither each other nor the other doors.',
      severity: 'error',
      from: { path: '^src/(endpoints|jobs)/' },
      to: { path: '^src/(collections|hooks|app|components)/' },
    },
    {
      name: 'endpoints-and-jobs-apart',
      comment: 'What a request and a job share is an operation.',
      severity: 'error',
      from: { path: '^src/(endpoints|jobs)/' },
      to: { path: '^src/(endpoints|jobs)/', pathNot: '^src/$1/' },
    },
    {
      name: 'screens-ask-the-domain',
      comment:
        'Screens call queries and operations, with access, audit and events on; collections and hooks are the inside of Payload.',
      severity: 'error',
      // Under /f a link is redeemed: a door of the API that needs a short path.
      from: { path: '^src/(app|components)/', pathNot: ['^src/app/\\(payload\\)/', '^src/app/f/'] },
      to: { path: '^src/(collections|hooks|endpoints|jobs)/' },
    },
    {
      name: 'ui-is-looks',
      comment: 'components/ui is looks without data, so that every portal and the admin UI can use the same parts.',
      severity: 'error',
      from: { path: '^src/components/ui/' },
      to: { path: '^src/', pathNot: '^src/(components/ui|styles)/' },
    },
    {
      name: 'nobody-imports-the-app',
      comment: 'Pages are the outermost layer; what two of them share lives in components or in the domain.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app/' },
      to: { path: '^src/app/' },
    },
    {
      name: 'payload-in-its-rooms',
      comment:
        'payload is spoken in platform, the doors made of it, the configuration and the worker; everything else would learn its versions by heart.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot:
          '^src/(platform|collections|hooks|endpoints|jobs)/|^src/components/admin/|^src/app/\\(payload\\)/|^src/worker\\.ts$|^src/payload-types\\.ts$',
      },
      to: { path: payloadPackages },
    },
    {
      name: 'no-tools-in-the-product',
      comment: 'Scripts, tests and benches use the product, never the other way round.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scripts|tests|bench)/' },
    },
    {
      name: 'no-development-packages',
      comment: 'A package that only development installs is missing in an installation.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circles',
      comment: 'Files that need each other load in an order nobody chose; share the part both need.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere hides from every other rule here.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['importMap\\.js$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
