import { Forms } from './forms.ts';

/** Currencies that texts of today name; the tables would be four times as large with all of them. */
const CURRENCIES = new Set(
  (
    'AED AFN ALL AMD ARS AUD AZN BDT BGN BHD BRL BYN CAD CHF CLP CNY COP CZK DKK DZD EGP ETB EUR GBP GEL GHS HKD ' +
    'HUF IDR ILS INR IQD IRR ISK JOD JPY KES KGS KHR KRW KWD KZT LBP LKR MAD MDL MNT MXN MYR NGN NOK NPR NZD OMR PEN ' +
    'PHP PKR PLN QAR RON RSD RUB SAR SEK SGD SYP THB TJS TMT TND TRY TWD UAH USD UYU UZS VND ZAR'
  ).split(' '),
);

/** Names with counts and cases, and symbols; historic currencies ("… (1990–1993)") left out. */
export function currencyNames(currencies: Record<string, Record<string, string>>): Record<string, string> {
  const forms = new Forms();
  for (const [code, names] of Object.entries(currencies)) {
    if (!CURRENCIES.has(code) || /\d|\(/.test(names['displayName'] ?? '0')) continue;
    for (const [key, name] of Object.entries(names)) {
      if (key.startsWith('symbol') ? isSymbol(name) : !/\d/.test(name)) forms.add(code, name);
    }
  }
  return forms.table();
}

/** `US$`, `€`, `руб.`: not the bare code, which every language reads, nor one Latin letter. */
function isSymbol(name: string): boolean {
  return !/^[A-Z]{3}$/.test(name) && !/^[A-Za-z]{1,2}$/.test(name);
}

/** Kinds of measure that texts for the public use; the rest of CLDR's (typography, kitchen, astronomy) only misleads. */
const MEASURES =
  /^(area|digital|duration|energy|frequency|length|mass|power|pressure|speed|temperature|volume|electric)-/;
const UNUSED =
  /dunam|earth|solar|parsec|astronomical|light|furlong|fathom|scandinavian|point|picometer|rod|chain|-jp|-rin|-sun|shaku|-ken$|cho$|foodcalorie|electronvolt|therm|becquerel|sievert|gray|it$|dalton|slug|grain|beaufort|knot|ofhg|atmosphere|generic|rankine|kelvin|pint|cup|quart|spoon|drop|dram|jigger|pinch|bushel|stone|ounce|koku|sai|kosaji|osaji|mass-fun|duration-(night|quarter|nanosecond|microsecond)|gasoline|coulomb|farad|henry|siemens|ampere|ohm|volt|bar$|inch|carat|fortnight/;
/** Short forms that are words or letters of their own ("in", "c", "pt") mislead more than they help. */
const SHORT =
  /^(km|cm|mm|m|kg|g|mg|t|ha|kw|mw|gw|w|kwh|mph|kb|mb|gb|tb|ghz|mhz|khz|hz|hr|hrs|min|sec|yrs?|mths?|wks?|sq .+|cu .+|.*[²³°/·].*|[^a-z]{2,}.*|г|т|ч|м|л|с)$/i;

/** The unit's own id (`kilometer`) where texts for the public measure by it. */
export function measureIn(key: string): string | undefined {
  return !MEASURES.test(key) || UNUSED.test(key) ? undefined : key.replace(MEASURES, '');
}

/** Long names in every count and case, and short ones that stand for nothing else. */
export function unitNames(units: Record<string, Record<string, Record<string, string>>>): Record<string, string> {
  const forms = new Forms();
  for (const length of ['long', 'short']) {
    for (const [key, patterns] of Object.entries(units[length] ?? {})) {
      const id = measureIn(key);
      if (id === undefined) continue;
      for (const [name, pattern] of Object.entries(patterns)) {
        if (!/count/.test(name) || !pattern.includes('{0}')) continue;
        const word = pattern.replace('{0}', '').trim();
        if (length === 'long' || SHORT.test(word)) forms.add(id, word);
      }
    }
  }
  return forms.table();
}
