import { Forms } from './forms.ts';

/** Month names, in running text and alone, wide and abbreviated. */
export function monthNames(dates: {
  calendars: { gregorian: { months: Record<string, Record<string, Record<string, string>>> } };
}): Record<string, string> {
  const forms = new Forms();
  for (const context of ['format', 'stand-alone']) {
    for (const width of ['wide', 'abbreviated']) {
      for (const [month, name] of Object.entries(dates.calendars.gregorian.months[context]?.[width] ?? {})) {
        forms.add(month, name);
        forms.add(month, name.replace(/\.$/, ''));
      }
    }
  }
  return forms.table();
}
