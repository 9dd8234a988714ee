/**
 * server/platform/http/server.ts — Fastify with what every answer needs: strict validation, problem+json, request ids,
 * safe headers, the OpenAPI document and its reference page, metrics.
 */
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import scalar from '@scalar/fastify-api-reference'
import { type FastifyInstance, fastify } from 'fastify'
import { newId } from '../id.ts'
import type { Log } from '../log.ts'
import { Refusal } from '../refusal.ts'
import { introduction } from './introduction.ts'
import { ours } from './keywords.ts'
import { answerProblem } from './problems.ts'
import { Type } from './schema.ts'
import { securityHeaders } from './security-headers.ts'
import { compileValidator, rememberSize } from './validation.ts'

const bodyBytesMax = 1_000_000

export async function openHttp(log: Log): Promise<FastifyInstance> {
  const http = fastify({
    genReqId: () => newId(),
    logger: false,
    bodyLimit: bodyBytesMax,
    trustProxy: 'loopback',
    // What answers are written with must know our formats as well.
    schemaController: { compilersFactory: { buildSerializer: serializersWhenNeeded } },
    serializerOpts: { ajv: { formats: { day: true, instant: true } } } as never,
    routerOptions: { maxParamLength: 400 },
    // What fails before a route is found, as an address that cannot be decoded.
    frameworkErrors: (error, request, reply) =>
      void answerProblem(log)(error, request, reply.header('x-request-id', request.id)),
    forceCloseConnections: true,
  }).withTypeProvider<TypeBoxTypeProvider>()
  http.setValidatorCompiler(compileValidator)
  http.addSchema(Problem)
  http.setErrorHandler(answerProblem(log))
  http.setNotFoundHandler((request) => {
    throw new Refusal('unknown_route', { method: request.method, path: request.url.split('?')[0] ?? '' })
  })
  http.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
  })
  // A DELETE or POST without a body may still say that it is JSON.
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else
      void http.getDefaultJsonParser('error', 'error')(request, String(body), (error, value) => {
        rememberSize(value, body.length)
        done(error, value)
      })
  })
  await plugins(http)
  return http as unknown as FastifyInstance
}

/** As with what judges requests: compiled for the first answer of its kind. */
const serializersWhenNeeded: ReturnType<typeof SerializerSelector> = (schemas, options) => {
  const compile = SerializerSelector()(schemas, options)
  return (route) => {
    let serialize: ReturnType<typeof compile> | undefined
    return (answer) => {
      serialize ??= compile(route)
      return serialize(answer)
    }
  }
}

async function plugins(http: FastifyInstance): Promise<void> {
  await http.register(cookie)
  await http.register(compress, { threshold: 2048, encodings: ['gzip', 'br'] })
  const headers = securityHeaders()
  http.addHook('onRequest', async (_request, { raw }) => {
    for (const [name, value] of headers) raw.setHeader(name, value)
  })
  await http.register(rateLimit, { global: false })
  await documents(http)
}

async function documents(http: FastifyInstance): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Firstout',
        version: '1',
        description: introduction,
      },
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'An API key' },
          session: { type: 'apiKey', in: 'cookie', name: 'firstout_session' },
        },
      },
      security: [{ key: [] }, { session: [] }],
    },
    transform: ({ schema, url }) => ({ schema: withoutWords(schema), url }),
    refResolver: { buildLocalReference: (json) => `${json.$id as string}` },
  })
  await http.register(scalar, {
    routePrefix: '/docs',
    configuration: {
      url: '/v1/openapi.json',
      withDefaultFonts: false,
      telemetry: false,
      theme: 'default',
      ...oursAlone,
    } as never,
    hooks: {
      onRequest: (_request, reply, done) => {
        void reply.header('content-security-policy', docsPolicy)
        done()
      },
    },
  })
  http.get('/v1/openapi.json', { schema: { hide: true } as never }, async () => http.swagger())
}

/** Its bar offers to share the document with its maker's cloud. */
const oursAlone = { showToolbar: 'never', showDeveloperTools: 'never', hideClientButton: true }

/** What the schemas hold for us, such as the words of refusals, would be on every page of the document. */
const withoutWords = <T>(schema: T): T =>
  JSON.parse(
    JSON.stringify(schema ?? {}, (key, value) => (ours.has(key) && typeof value !== 'object' ? undefined : value)),
  )

/** The reference page builds its own scripts and styles; it still reaches nothing but this server. */
const docsPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'"

const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable; for programs' }),
    detail: Type.String({ description: 'One sentence for a person' }),
    facts: Type.Record(Type.String(), Type.Unknown()),
    requestId: Type.String(),
  },
  { $id: 'Problem', description: 'RFC 9457' },
)
