// At the root of the site: on to the language that was chosen last, or that the browser asks for. Without this script the
// reader chooses from the list.
{
  const links = [...document.querySelectorAll('main a[hreflang]')];

  const chosen = () => {
    try {
      return localStorage.getItem('language');
    } catch {
      return null;
    }
  };

  /** The language itself, or with less or more than it says of region and script: zh for zh-CN, pt-BR for pt. */
  const answering = (tag) => {
    const parts = tag.toLowerCase().split('-');
    const tags = links.map(({ hreflang }) => hreflang.toLowerCase());
    for (let length = parts.length; length > 0; length -= 1) {
      const exact = tags.indexOf(parts.slice(0, length).join('-'));
      if (exact >= 0) return links[exact];
    }
    return links[tags.findIndex((own) => own.split('-')[0] === parts[0])];
  };

  const wanted = [chosen(), ...navigator.languages].filter(Boolean);
  const link = wanted.map(answering).find(Boolean);
  if (link) location.replace(link.href);
}
