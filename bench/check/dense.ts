/** The languages of the bench, in the order in which texts are given. */
export const LOCALES = ['en', 'ru', 'zh'] as const;

/** A sentence in the languages of the bench; `$0` is the first number, of those between the bounds, with its decimals. */
interface Sentence {
  readonly numbers: readonly (readonly [least: number, most: number, decimals: number])[];
  readonly en: string;
  readonly ru: string;
  readonly zh: string;
}

/** News and reports: a figure or more in nearly every sentence, of most kinds that are read. */
const sentences: readonly Sentence[] = [
  {
    numbers: [
      [5, 60, 1],
      [2, 900, 1],
    ],
    en: 'Revenue rose by $0% to $$1 billion in the second quarter, above what analysts had expected.',
    ru: 'Во втором квартале выручка выросла на $0 % — до $1 млрд долларов, больше, чем ожидали аналитики.',
    zh: '第二季度营收增长$0%，达到$1十亿美元，高于分析师的预期。',
  },
  {
    numbers: [
      [1100, 99_000, 0],
      [3, 28, 0],
    ],
    en: 'More than $0 people left their homes within $1 days, the regional emergency service said in the morning.',
    ru: 'Как сообщила утром региональная служба спасения, за $1 дней свои дома покинули более $0 человек.',
    zh: '地区应急部门早上表示，$1天内有$0多人离开家园。',
  },
  {
    numbers: [
      [40, 75, 1],
      [20, 39, 1],
    ],
    en: 'Turnout reached $0%, up from $1% four years ago, and observers spoke of long queues in the capital.',
    ru: 'Явка достигла $0 % против $1 % четыре года назад, и наблюдатели говорили о длинных очередях в столице.',
    zh: '投票率达$0%，高于四年前的$1%，观察员称首都排起了长队。',
  },
  {
    numbers: [
      [1, 28, 0],
      [2001, 2024, 0],
    ],
    en: 'On March $0, $1, the two governments signed an agreement on the railway through the valley.',
    ru: '$0 марта $1 года оба правительства подписали соглашение о железной дороге через долину.',
    zh: '$1年3月$0日，两国政府签署了穿越山谷的铁路协议。',
  },
  {
    numbers: [
      [12, 480, 0],
      [1100, 9900, 0],
    ],
    en: 'The plant, which employs $1 workers, is to turn out $0 million tonnes of cement a year.',
    ru: 'Завод, на котором работают $1 человек, должен выпускать $0 млн тонн цемента в год.',
    zh: '该厂有$1名工人，年产水泥将达$0百万吨。',
  },
  {
    numbers: [],
    en: 'The minister did not say when the work would begin, and the company declined to comment on the delay.',
    ru: 'Министр не сказал, когда начнутся работы, а компания отказалась объяснять задержку.',
    zh: '部长没有说明工程何时开工，公司也拒绝就延误发表评论。',
  },
  {
    numbers: [
      [10, 45, 0],
      [46, 90, 0],
    ],
    en: 'Between $0% and $1% of those asked said that they would rather wait until prices fell.',
    ru: 'От $0 до $1 % опрошенных сказали, что предпочли бы дождаться снижения цен.',
    zh: '$0%至$1%的受访者表示，他们宁愿等到价格下跌。',
  },
  {
    numbers: [
      [2, 95, 0],
      [100, 990, 0],
    ],
    en: 'The fund spent €$0 million on $1 schools in the mountains, most of them built before the war.',
    ru: 'Фонд потратил $0 млн евро на $1 школ в горах, большинство из которых построены до войны.',
    zh: '该基金为山区$1所学校投入$0百万欧元，其中大部分建于战前。',
  },
  {
    numbers: [
      [1, 9, 1],
      [10, 38, 0],
    ],
    en: 'Inflation slowed to $0% in July, while the temperature in the south climbed to $1 °C.',
    ru: 'В июле инфляция замедлилась до $0 %, а температура на юге поднялась до $1 °C.',
    zh: '7月通胀率放缓至$0%，南部气温升至$1℃。',
  },
  {
    numbers: [
      [1_100_000, 9_900_000, 0],
      [1960, 1999, 0],
    ],
    en: 'About $0 passengers used the airport last year, the most since records began in $1.',
    ru: 'В прошлом году аэропортом воспользовались около $0 пассажиров — больше всего с начала учёта в $1 году.',
    zh: '去年约有$0名旅客使用该机场，为$1年有记录以来最多。',
  },
  {
    numbers: [
      [20, 95, 0],
      [101, 999, 0],
    ],
    en: 'Two thirds of the shops were open again by noon, and $0 of the $1 damaged houses had been repaired.',
    ru: 'К полудню снова работали две трети магазинов; отремонтированы $0 из $1 повреждённых домов.',
    zh: '到中午，三分之二的商店重新开门，$1栋受损房屋中有$0栋已修复。',
  },
  {
    numbers: [
      [11, 99, 1],
      [1, 10, 1],
    ],
    en: 'At $$0 a barrel, oil was $1% cheaper than in the week before, traders in the port said.',
    ru: 'При цене $0 доллара за баррель нефть была на $1 % дешевле, чем неделей ранее, сказали трейдеры в порту.',
    zh: '港口交易员说，油价为每桶$0美元，比前一周下跌$1%。',
  },
];

/** Paragraphs of three sentences in each of the languages, no two of them the same; always the same ones. */
export function denseParagraphs(): () => readonly string[] {
  let drawn = 0;
  let at = 0;
  // Numbers that follow each other without a pattern: a full-period congruence (Knuth, TAOCP 3.2.1).
  const draw = (least: number, most: number, decimals: number) => {
    drawn = (drawn * 1_103_515_245 + 12_345) % 2 ** 31;
    const steps = (most - least) * 10 ** decimals;
    return least + Math.floor((drawn / 2 ** 31) * steps) / 10 ** decimals;
  };
  const sentence = () => {
    const { numbers, ...texts } = sentences[at++ % sentences.length] ?? { numbers: [], en: '', ru: '', zh: '' };
    const values = numbers.map((bounds) => draw(...bounds));
    return LOCALES.map((locale) => texts[locale].replace(/\$(\d)/g, (_, n) => written(values[Number(n)] ?? 0, locale)));
  };
  return () => {
    const own = [sentence(), sentence(), sentence()];
    return LOCALES.map((locale, n) => own.map((texts) => texts[n]).join(locale === 'zh' ? '' : ' '));
  };
}

/** A year has no groups. */
function written(value: number, locale: string): string {
  return (value >= 3000 ? grouped : plain).get(locale)?.format(value) ?? '';
}

const formats = (useGrouping: boolean) =>
  new Map<string, Intl.NumberFormat>(
    LOCALES.map((locale) => [locale, new Intl.NumberFormat(locale, { useGrouping, maximumFractionDigits: 1 })]),
  );
const [grouped, plain] = [formats(true), formats(false)];
