interface Uploaded {
  doc?: { id?: string }
  errors?: { message?: string }[]
}

/** Puts a picture into the media library of the organization one works for; its id, or why not. */
export async function uploadPicture(file: File): Promise<{ ok: true; id: string } | { ok: false; message: string }> {
  const body = new FormData()
  body.set('_payload', JSON.stringify({ alt: file.name.replace(/\.[^.]+$/, '') }))
  body.set('file', file)
  try {
    const response = await fetch('/api/media', { method: 'POST', body })
    const { doc, errors } = (await response.json()) as Uploaded
    if (doc?.id) return { ok: true, id: doc.id }
    return { ok: false, message: errors?.[0]?.message ?? 'The picture could not be kept.' }
  } catch {
    return { ok: false, message: 'The server did not answer. Look whether it was done before you try again.' }
  }
}
