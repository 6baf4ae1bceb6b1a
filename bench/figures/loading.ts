/** What a language's tables take to load as the first thing that a process does: `node bench/figures/loading.ts ru`. */
import { lexicon } from '../../src/figures/reading/words/lexicon.ts';

const [locale = 'en'] = process.argv.slice(2);
const start = performance.now();
lexicon(locale);
process.stdout.write(String(performance.now() - start));
