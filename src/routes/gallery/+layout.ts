/** The gallery is drawn in the browser alone: its clock stands still and must not reach the server's pages. */
export const ssr = false;
