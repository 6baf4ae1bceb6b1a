// Searching needs a script: without one, nothing of it is shown. The index is Pagefind's; it is loaded when someone types.
{
  const folder = new URL('.', document.currentScript.src);
  const box = document.querySelector('search');
  const [field, list, said] = ['input', 'ol', '[role="status"]'].map((name) => box.querySelector(name));
  let loading;

  const index = () => {
    loading ??= import(new URL('search/pagefind.js', folder));
    return loading;
  };

  /** A text that the page has read is put into it again: its words are escaped, but for the marks of what was sought. */
  const item = ({ raw_url: path, meta, excerpt }) => {
    const line = document.createElement('li');
    const link = document.createElement('a');
    const words = document.createElement('p');
    link.href = new URL(`../${path}`, folder);
    link.textContent = meta.title;
    words.innerHTML = excerpt;
    line.append(link, words);
    return line;
  };

  const search = async () => {
    const sought = field.value.trim();
    const { debouncedSearch } = await index();
    const found = sought === '' ? { results: [] } : await debouncedSearch(sought, {}, 150);
    // A later search has taken its place.
    if (found === null) return;
    const results = await Promise.all(found.results.slice(0, 20).map((result) => result.data()));
    list.replaceChildren(...results.map(item));
    said.textContent = sought !== '' && results.length === 0 ? box.dataset.none : '';
  };

  box.hidden = false;
  field.addEventListener('focus', index);
  field.addEventListener('input', search);
}
