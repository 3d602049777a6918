/** An address for a message: it may carry a password, which belongs in none. */
export const withoutSecret = (url: string): string =>
  url.replace(/\/\/[^@/]*@/, '//***@').replace(/(password=)[^&]*/gi, '$1***');
