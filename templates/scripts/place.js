// The same paragraph has the same anchor in every language: whoever changes the language keeps the place. Without this
// script the links lead to the top of the page.
{
  const marks = [...document.querySelectorAll('[id^="p-"]')];

  /** What is read at the upper edge, where the page comes to rest when it is led to an anchor; none at its top. */
  const place = () => {
    if (window.scrollY === 0) return undefined;
    const edge = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    return marks.findLast((mark) => mark.getBoundingClientRect().top <= edge + 4);
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
