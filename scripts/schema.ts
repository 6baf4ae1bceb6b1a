/** `npm run schema`: hexapla.schema.json from the schema of the settings, for editors. */
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { schema } from '../src/settings.ts';

const json = z.toJSONSchema(schema, { io: 'input' });
writeFileSync(new URL('../hexapla.schema.json', import.meta.url), `${JSON.stringify(json, null, 2)}\n`);
