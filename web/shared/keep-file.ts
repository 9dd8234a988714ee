/**
 * web/shared/keep-file.ts — a photo or a paper is sent to be kept. A camera's picture is made smaller first: what it proves is seen on a
 * screen, and a warehouse's network is slow.
 */
import { answerOf, api, intent } from '../api/client.ts'
import type { Made } from './../api/types.ts'
import { newKey } from './new-key.ts'

export type KeptFile = Made<'/v1/files'>

const edgeMax = 1600

export async function keepFile(file: File): Promise<KeptFile> {
  const small = file.type.startsWith('image/') ? await smaller(file) : file
  const name = (file.name === '' ? 'photo.jpg' : file.name).slice(0, 200)
  const body = { name, content: await base64(small) }
  return answerOf(api.POST('/v1/files', { body, headers: intent(newKey()) }))
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
