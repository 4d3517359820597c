/** The request header in which a page finds its own path and query; whatever a browser sends under it is replaced. */
export const PATH_HEADER = 'x-page-path'
