// The same paragraph has the same anchor in every language: whoever changes the language keeps the place. Without this
// script the links lead to the top of the page.
{
  const marks = [...document.querySelectorAll('[id^="p-"]')];

  /** The last block that begins above the upper third of the window; none at the top of the page. */
  const place = () => {
    if (window.scrollY === 0) return undefined;
    const line = window.innerHeight / 3;
    return marks.findLast((mark) => mark.getBoundingClientRect().top <= line);
  };

  for (const link of document.querySelectorAll('.languages a[href]')) {
    const keep = () => {
      link.hash = place()?.id ?? '';
    };
    for (const event of ['pointerdown', 'focus', 'click']) link.addEventListener(event, keep);
    link.addEventListener('click', () => {
      try {
        // The page at the root asks for it.
        localStorage.setItem('language', link.hreflang);
      } catch {
        // Where nothing may be stored, the browser's languages say it.
      }
    });
  }
}
