/**
 * web/shared/keep-file.ts — a photo or a paper is sent to be kept. A camera's picture is made smaller first: what it proves is seen on a
 * screen, and a warehouse's network is slow.
 */
import { answerOf, api, intent } from '../api/client.ts'
import { Problem } from '../api/problem.ts'
import type { Made } from './../api/types.ts'
import { newKey } from './new-key.ts'

export type KeptFile = Made<'/v1/files'>

const edgeMax = 1600
const megabyte = 1024 * 1024
/** As the server has it; said here, before it is sent in vain over a slow network. */
const bytesMax = 5 * megabyte

export type PackedFile = Readonly<{ name: string; content: string }>

export async function keepFile(file: File): Promise<KeptFile> {
  return answerOf(api.POST('/v1/files', { body: await packFile(file), headers: intent(newKey()) }))
}

/** As it is sent; made smaller where it is a picture. */
export async function packFile(file: File): Promise<PackedFile> {
  const small = file.type.startsWith('image/') ? await smaller(file) : file
  if (small.size > bytesMax) throw tooLarge(file.name, small.size)
  const name = (file.name === '' ? 'photo.jpg' : file.name).slice(0, 200)
  return { name, content: await base64(small) }
}

function tooLarge(name: string, bytes: number): Problem {
  const has = (bytes / megabyte).toFixed(1)
  const detail = `${name} has ${has} MB, and at most 5 MB are kept. Make it smaller, or photograph its pages.`
  return new Problem({ code: 'too_large', status: 413, detail, facts: {}, requestId: '' })
}

/** As it is where the browser cannot read it: then the server says what is wrong. */
async function smaller(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (picture === null) return file
  const scale = Math.min(1, edgeMax / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
  return made ?? file
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
