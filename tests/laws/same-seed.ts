/**
 * Before every unit file: a law is tried on the same rows in every run, so that what breaks it breaks for whoever broke
 * it. `npm run laws` is where new rows are looked for.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20261119 });
