/**
 * `npm run vectors`: the law's own tests. Every case of every file through the product's own functions; with
 * `VECTORS=<folder>` the files of that folder instead. Ends in one plain line, `N passed, N failed`.
 */
import { tryFolder } from './files.ts';

const folder = process.env['VECTORS'] ?? import.meta.dirname;
const tried = tryFolder(folder);
const failed = tried.filter((one) => one.failed !== null);
for (const { file, id, failed: why } of failed) console.log(`FAILED ${file} ${id}: ${why}`);
if (tried.length === 0) console.log(`There is no file of cases in ${folder}.`);
console.log(`${tried.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 || tried.length === 0 ? 1 : 0);
