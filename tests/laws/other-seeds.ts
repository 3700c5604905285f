/** Before every file of `npm run laws`: new rows in each run, and many more of them. A law that breaks says its seed. */
import fc from 'fast-check';

fc.configureGlobal({ numRuns: 20_000 });
