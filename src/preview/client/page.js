/** The page of all documents, and any that has no script of its own. */

import { fixes } from './fixes.js';
import { fetched, listen, loadFaces, take, takeTrouble } from './live.js';

loadFaces();
fixes();
listen(async ({ kind }) => {
  if (kind === 'trouble') return takeTrouble();
  const focused = document.activeElement?.getAttribute('href');
  take(await fetched(location.href), ['main', 'trouble']);
  if (focused) document.querySelector(`#main a[href="${CSS.escape(focused)}"]`)?.dispatchEvent(new Event('focus'));
});
