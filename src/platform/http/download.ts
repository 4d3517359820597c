/**
 * An answer that is a file. `inline` lets a browser show it; whatever it is, nothing in it runs: the type is fixed and
 * scripts are forbidden.
 */
export function download(content: Buffer, file: { name: string; mime: string; inline?: boolean }): Response {
  const plain = file.name.replace(/[^\w .()-]/g, '_')
  const disposition = `${file.inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': file.mime,
      'Content-Length': String(content.length),
      'Content-Disposition': disposition,
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
