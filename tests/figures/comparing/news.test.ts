/** What news says of history, sport, people and the weather, and how Chinese and Russian papers say it. */
import { describe, expect, test } from 'vitest';
import { slipsIn } from '../../checks/checked.ts';

/** The errors in figures. */
async function errors(english: string, locale: string, translation: string): Promise<readonly string[]> {
  return (await slipsIn(english, locale, translation)).filter((slip) => !slip.endsWith('?'));
}

describe('it says the same', () => {
  test.each([
    ['The wall was begun in 214 BC.', 'zh', '城墙始建于公元前214年。'],
    ['The wall was begun in 214 B.C.', 'ru', 'Стену начали строить в 214 году до н. э.'],
    ['The jar is from the fifth century BCE.', 'zh', '陶罐出自公元前五世纪。'],
    ['The jar is from the fifth century BCE.', 'ru', 'Кувшин относится к V веку до нашей эры.'],
    ['People lived here from 3100 to 2400 BC.', 'zh', '公元前3100年至前2400年，这里有人居住。'],
    ['People lived here between 3100 and 2400 BC.', 'ru', 'Люди жили здесь между 3100 и 2400 годами до н. э.'],
    ['All but a quarter of the rooms are taken.', 'zh', '四分之三的房间已有人住。'],
    ['All but a quarter of the rooms are taken.', 'ru', 'Заняты три четверти комнат.'],
    ['Kent were 246 for 7 at tea.', 'zh', '茶歇时肯特队以7人出局得到246分。'],
    ['Kent were all out for 163 in 48.1 overs.', 'zh', '肯特队在48.1轮后以163分全部出局。'],
    ['He is six feet four and weighs 210 pounds.', 'zh', '他身高六英尺四英寸，体重210磅。'],
    ['He is six feet four in his socks.', 'ru', 'Без обуви его рост 193 сантиметра.'],
    ['A 44-pound pike was caught.', 'ru', 'Поймали 20-килограммовую щуку.'],
    ['The well is twelve feet deep.', 'zh', '井深十二尺。'],
    ['She came third in the 4x400m relay.', 'zh', '她在4×400米接力赛中获得第三名。'],
    ['He is in his late sixties.', 'ru', 'Ему под семьдесят.'],
    ['She ran in the 4x100 metres.', 'ru', 'Она бежала в эстафете 4×100 метров.'],
    ['She ran in the 4x100 metres.', 'el', 'Έτρεξε στα 4×100 μέτρα.'],
    ['She won gold over 400 metres.', 'zh', '她夺得400米金牌。'],
    ['They patrol under a €210m agreement.', 'ru', 'Они ведут патрулирование по соглашению на 210 млн евро.'],
    ['The flats are strung out over 40 miles of coast.', 'zh', '公寓沿海岸绵延40英里。'],
    ['Trains will stop at a new hall, a compromise.', 'zh', '列车将停靠新站，这一折中方案已获通过。'],
    ['When she tried, there was no sound.', 'zh', '她尝试时一点声音都没有。'],
    ['He scored twice in the closing stages.', 'zh', '他在终场前独中两元。'],
    ['They have lost each of their previous eight matches.', 'zh', '他们此前八战皆负。'],
    ['The side were down to 14 men.', 'ru', 'Команда осталась вчетырнадцатером.'],
    ['The Lions had trailed 17-3 at halftime.', 'ru', 'К перерыву «Лайонс» проигрывали 3:17.'],
    [
      'They levelled the series at two games apiece, 108-105.',
      'ru',
      'Они сравняли счёт в серии (2–2), победив 108:105.',
    ],
    [
      'It would rise to $10 million from roughly $225,000.',
      'ru',
      'Он вырастет примерно с 225 тыс. долларов до 10 млн.',
    ],
    ['They wait until they are two months old.', 'ru', 'Они ждут, пока им не исполнится два месяца.'],
    ['They trailed for three quarters.', 'zh', '他们三节都落后。'],
    ['Stay at least eight miles away.', 'ru', 'Не подходите ближе чем на восемь миль.'],
    ['They met at ten to five on a Monday.', 'zh', '他们在一个星期一的四点五十分见面。'],
    ['Coops must stand at least 15 feet away.', 'ru', 'Курятники должны стоять не ближе 15 футов.'],
    ['Prices have doubled over the past ten years.', 'ru', 'За последнее десятилетие цены удвоились.'],
    ['Parents may work a four-day week.', 'zh', '家长可以实行每周四天工作制。'],
    ['She could manage no better than fourth.', 'zh', '她仅获第四。'],
    ['He took almost a fifth of a second off it.', 'ru', 'Он улучшил его почти на пятую долю секунды.'],
    [
      'The herd is less than half of what it was.',
      'fr',
      'Le troupeau est inférieur de plus de moitié à ce qu’il était.',
    ],
    ['The herd is less than half of what it was.', 'pl', 'Stado jest o ponad połowę mniejsze niż dawniej.'],
    ['The herd is less than half of what it was.', 'ru', 'Стадо более чем вдвое меньше прежнего.'],
    ['The herd is less than half of what it was.', 'cs', 'Stádo je méně než poloviční oproti dřívějšku.'],
    ['It is the fourth time in two years.', 'uk', 'Це вже вчетверте за два роки.'],
    [
      'Rents rose 3% in May, down from 4% in April.',
      'fi',
      'Vuokrat nousivat toukokuussa 3 %; huhtikuussa nousu oli 4 %.',
    ],
    ['All but a fifth had been reconnected.', 'zh', '八成已恢复供电。'],
    ['She has six points out of seven.', 'zh', '她七战积6分。'],
    ['It grew a hundred times brighter.', 'zh', '它的亮度增至原来的百倍。'],
    ['They lend it every other summer.', 'ru', 'Они отдают её раз в два года.'],
    ['The pound gained half a cent.', 'ru', 'Фунт подорожал на полцента.'],
    ['They lost Game Two of the series.', 'zh', '他们输掉了系列赛第二战。'],
    ['He fought in the Second World War.', 'zh', '他参加过二战。'],
    ['She lies at a depth of about 240 feet.', 'nb', 'Hun ligger på om lag 240 fots dyp (drøyt 70 meter).'],
    ['Winds reached 165 miles per hour.', 'sv', 'Vindarna nådde 165 miles i timmen.'],
    ['It adds about C$160m to the costs.', 'kk', 'Бұл шығынды шамамен 160 миллион Канада долларына арттырады.'],
    ['They met at half past seven.', 'be', 'Яны сустрэліся ў палове на восьмую.'],
    ['They were too tired to hope.', 'be', 'Яны занадта стаміліся, каб спадзявацца.'],
    ['Barely half have been found.', 'hi', 'मुश्किल से आधों का पता लगाया जा सका है।'],
    ['He handed out turkeys.', 'ja', '彼は七面鳥を配った。'],
    ['The choir was founded in the 1870s.', 'cs', 'Sbor byl založen v 70. letech 19. století.'],
    ['The choir was founded in the 1870s.', 'it', "Il coro fu fondato negli anni Settanta dell'Ottocento."],
    ['The choir was founded in the 1870s.', 'nl', 'Het koor werd in de jaren 70 van de negentiende eeuw opgericht.'],
    ['The choir was founded in the 1870s.', 'pl', 'Chór założono w latach 70. XIX wieku.'],
    ['The choir was founded in the 1870s.', 'de', 'Der Chor wurde in den 70er Jahren des 19. Jahrhunderts gegründet.'],
    ['The choir was founded in the 1870s.', 'bg', 'Хорът е основан през 70-те години на XIX век.'],
    ['It fell to $1.3bn from $1.5bn a year earlier.', 'pl', 'Spadło do 1,3 mld dolarów z 1,5 mld rok wcześniej.'],
    ['They met until half past ten.', 'nl', 'Zij vergaderden tot halfelf.'],
    ['Sales fell for the third quarter in a row.', 'ko', '매출이 3분기 연속 감소했다.'],
    ['It sells for less than half the price.', 'vi', 'Nó được bán với giá chưa bằng một nửa.'],
    ['She ran in the 4x400m relay.', 'ar', 'شاركت في سباق التتابع 4×400 متر.'],
    ['Highs in the low 30s are expected.', 'zh', '预计最高气温33摄氏度。'],
    ['Ulster led 14-9 but lost 23-17.', 'ru', '«Ольстер» вёл 14:9, но проиграл 17:23.'],
    ['He left a six-figure salary.', 'zh', '他放弃了六位数的年薪。'],
    ['It cost a couple of hundred dollars.', 'zh', '这花了两百来美元。'],
    ['A ticket is a tenner.', 'zh', '一张票10英镑。'],
    ['The choir broke up in the noughties.', 'ru', 'Хор распался в нулевых.'],
    ['She was five months pregnant.', 'ru', 'Она была на шестом месяце беременности.'],
    ['The rug measures 30 by 20 inches.', 'ru', 'Размер коврика — 76 на 51 сантиметр.'],
    ['Growth will be 3 to 4 percent, down from 6 to 7.', 'zh', '增长将为3%至4%，低于此前的6%至7%。'],
    ['The jam was a mile long.', 'ru', 'Затор растянулся на полтора километра.'],
    ['It must stay below 2C.', 'ru', 'Оно должно остаться в пределах 2 градусов.'],
    ['Entry is half price.', 'ru', 'Вход за полцены.'],
    ['She was over the moon.', 'ru', 'Ей это было ясно, как дважды два.'],
    ['It was seven degrees above zero.', 'ru', 'Было семь градусов тепла.'],
    ['A half-pint costs £2.', 'ru', 'Полпинты стоит 2 фунта.'],
    ['Profit fell for eight straight quarters.', 'zh', '利润连续八个季度下降。'],
    ['Profit fell in the past two quarters.', 'ru', 'За последние два квартала прибыль снизилась.'],
    ['Sales rose 4% in the first three quarters.', 'zh', '前三季度销售额增长4%。'],
    ['Three quarters of the seats were empty.', 'ru', 'Три четверти мест пустовали.'],
    ['The notes traded at 22 cents on the dollar.', 'zh', '这些票据的价格为每1美元面值22美分。'],
    ['Ode leads, with nobody else within two minutes.', 'zh', '奥德领先，其他车手与他的差距都在两分钟以上。'],
    [
      'Ode leads, with nobody else within two minutes.',
      'ru',
      'Оде лидирует, остальные проигрывают ему больше двух минут.',
    ],
    ['The road lay under more than four feet of mud.', 'zh', '道路被埋在四英尺（约1.2米）多厚的泥浆之下。'],
    ['It will climb into the upper 50s.', 'zh', '气温将升至55至60华氏度之间（约13至15摄氏度）。'],
    ['The fine was three cents a day.', 'zh', '罚款为每天三分钱。'],
    ['They lead the best-of-five series 2-0.', 'ru', 'Они ведут 2–0 в серии до трех побед.'],
    ['They lead the best-of-five series 2-0.', 'zh', '在五局三胜制的系列赛中，他们以2比0领先。'],
    ['Most of those who have fallen ill are under the age of six.', 'zh', '患者大多不满六岁。'],
    ['She teaches at the University of Oslo.', 'zh', '她在奥斯陆大学任教。'],
    ['Nonsense, he said.', 'zh', '胡说八道，他说。'],
    ['The town marked the bicentenary of his birth.', 'zh', '该镇纪念他诞辰200周年。'],
    ['The centenary of the bridge falls in May.', 'ru', 'В мае мосту исполняется сто лет.'],
    ['It was a once-in-a-century drought.', 'ru', 'Такая засуха случается раз в сто лет.'],
    ['His blood pressure was 130 over 85.', 'zh', '他的血压是130/85。'],
    ['The fifth seed beat the world number 14.', 'zh', '五号种子击败世界排名第14位的选手。'],
    ['She was just shy of 30.', 'zh', '她差一点满30岁。'],
    ['About three or four hundred people came.', 'zh', '来了大约三四百人。'],
    ['It cost two to three hundred pounds.', 'ru', 'Это стоило двести-триста фунтов.'],
    ['More than a hundred barns burned.', 'zh', '上百座谷仓被烧毁。'],
    ['The Cop29 summit is over.', 'zh', 'COP29峰会结束了。'],
    ['At no point was he more than three shots behind.', 'zh', '他落后从未超过三杆。'],
    ['He lost half of his 401(k).', 'ru', 'Он потерял половину пенсионных накоплений.'],
    ['A nine-hole course was laid out.', 'ru', 'Разбили девятилуночное поле.'],
    ['He is out for four to six weeks.', 'ru', 'Он выбыл на месяц-полтора.'],
    [
      'Tickets are $30, and $12 for children aged 4 to 11.',
      'ru',
      'Билет стоит 30 долларов, для детей от 4 до 11 лет — 12.',
    ],
    ['The vote was 7-0.', 'ru', 'За проголосовали все семеро.'],
    ['She plays rugby sevens.', 'zh', '她打七人制橄榄球。'],
    ['He waited for about two hours.', 'ru', 'Он прождал часа два.'],
    ['A load rose to J$9,000 from J$6,500.', 'zh', '一车水从6500牙买加元涨到9000牙买加元。'],
    ['A load rose to J$9,000 from J$6,500.', 'ru', 'Машина подорожала с 6500 до 9000 ямайских долларов.'],
    ['It costs 5,200 cedis a tonne.', 'zh', '每吨售价5200塞地。'],
    ['It costs 5,200 cedis a tonne.', 'ru', 'Он стоит 5200 седи за тонну.'],
    ['He paid 700 birr.', 'ru', 'Он заплатил 700 быров.'],
    ['The dip is on St Stephen’s Day.', 'zh', '冬泳在圣斯蒂芬节（12月26日）举行。'],
    ['A 25-1 outsider won.', 'zh', '1赔25的冷门马获胜。'],
    ['It is given at four, six, eight and 18 months of age.', 'zh', '分别在四、六、八和18个月大时注射。'],
    ['Club folds after decade of losses.', 'zh', '亏损十年后俱乐部解散。'],
    ['Club folds after decade of losses.', 'ru', 'Клуб распущен после десяти лет убытков.'],
    ['Highs will climb into the 40s.', 'zh', '最高气温将升至40多华氏度（约4至9摄氏度）。'],
    [
      'It waits 12 months, and the last worries them most.',
      'ru',
      'Ждут 12 месяцев, и больше всего их беспокоит последний.',
    ],
    ['Sales will grow in the mid-single digits.', 'ru', 'Продажи вырастут на 4–6 %.'],
    ['It must not be larger than five square feet.', 'zh', '面积不得超过5平方英尺。'],
    ['The fraud cost them Sh2.4 billion.', 'zh', '骗局让他们损失24亿先令。'],
    ['The fine was R40,000.', 'ru', 'Штраф составил 40 тысяч рэндов.'],
    ['It sells at N720 per litre.', 'zh', '每升售价720奈拉。'],
    ['Wear an N95 mask on the R2.', 'zh', '戴N95口罩。'],
    ['It is a nine-to-five job.', 'zh', '这是一份朝九晚五的工作。'],
    ['The song was recorded in a single afternoon.', 'ru', 'Песню записали за полдня.'],
    ['The second came eight days after the first.', 'ru', 'Второй пришел через восемь дней после пропажи первого.'],
  ])('%s = %s: %s', async (source, locale, target) => {
    expect(await errors(source, locale, target)).toEqual([]);
  });
});

describe('… and it does not', () => {
  test.each([
    ['The wall was begun in 214 BC.', 'zh', '城墙始建于公元前241年。', 'date'],
    ['The jar is from the fifth century BCE.', 'ru', 'Кувшин относится к VI веку до нашей эры.', 'date'],
    ['People lived here from 3100 to 2400 BC.', 'zh', '公元前3100年至前2600年，这里有人居住。', 'date'],
    ['All but a quarter of the rooms are taken.', 'zh', '三分之二的房间已有人住。', 'value'],
    ['Kent were 246 for 7 at tea.', 'zh', '茶歇时肯特队以6人出局得到246分。', 'value'],
    ['He is six feet four and weighs 210 pounds.', 'zh', '他身高六英尺五英寸，体重210磅。', 'value'],
    ['A 44-pound pike was caught.', 'ru', 'Поймали 40-килограммовую щуку.', 'value'],
    ['He is in his late sixties.', 'ru', 'Ему под восемьдесят.', 'extra'],
    ['Two doses are enough.', 'zh', '接种三剂就够了。', 'value'],
    ['The rug measures 30 by 20 inches.', 'ru', 'Размер коврика — 96 на 51 сантиметр.', 'value'],
    ['Ulster led 14-9 but lost 23-17.', 'ru', '«Ольстер» вёл 14:9, но проиграл 17:28.', 'value'],
    ['Profit fell for eight straight quarters.', 'zh', '利润连续八个月下降。', 'unit'],
    ['She trained for six gruelling months.', 'zh', '她艰苦训练了六周。', 'unit'],
    ['She trained for six gruelling months.', 'ru', 'Она готовилась шесть изнурительных недель.', 'unit'],
    ['Seven of every ten euros come from ports.', 'zh', '每10欧元收入中就有7日元来自港口。', 'extra'],
    ['They lead the best-of-five series 2-0.', 'ru', 'Они ведут 2–0 в серии до четырех побед.', 'value'],
    ['It cost two to three hundred pounds.', 'ru', 'Это стоило двести-четыреста фунтов.', 'extra'],
    ['He is out for four to six weeks.', 'ru', 'Он выбыл на год-полтора.', 'missing'],
    ['The town marked the bicentenary of his birth.', 'zh', '该镇纪念他诞辰300周年。', 'value'],
    ['It must not be larger than five square feet.', 'zh', '面积不要少于5平方英尺。', 'direction'],
    ['Stay at least eight miles away.', 'ru', 'Подойдите ближе чем на восемь миль.', 'direction'],
    ['The Lions had led 17-3 at halftime.', 'ru', 'К перерыву «Лайонс» вели 3:17.', 'swap'],
    ['They trailed for three quarters.', 'zh', '他们四节都落后。', 'value'],
    [
      'It would rise to $10 million from roughly $225,000.',
      'ru',
      'Он вырастет с 10 млн долларов примерно до 225 тыс.',
      'swap',
    ],
    ['The choir was founded in the 1870s.', 'cs', 'Sbor byl založen v 70. letech 20. století.', 'date'],
    ['Sales fell for the third quarter in a row.', 'ko', '매출이 4분기 연속 감소했다.', 'extra'],
    ['It is worth less than a fiftieth of that.', 'ru', 'Она стоит более одной пятидесятой этой суммы.', 'bound'],
    ['It is given at four, six, eight and 18 months of age.', 'zh', '分别在四、五、八和18个月大时注射。', 'value'],
    ['It costs 5,200 cedis a tonne.', 'zh', '每吨售价5200奈拉。', 'unit'],
    ['Highs will climb into the 40s.', 'zh', '最高气温将升至40多克。', 'extra'],
    ['The candidates did not shake hands.', 'zh', '八位候选人没有握手。', 'extra'],
    ['The crowd sang for him as recently as May.', 'zh', '人群还曾为他歌唱。', 'missing'],
  ])('%s ≠ %s: %s', async (source, locale, target, slip) => {
    expect(await slipsIn(source, locale, target)).toContain(slip);
  });
});

describe('dollars that a paper calls yuan', () => {
  test('all of them in a text from there, so that it is doubtful whose they are', async () => {
    const slips = await slipsIn(
      'A court in Singapore fined him $4,500.\n\nThe limit is $5,000.',
      'zh',
      '新加坡一法院判他罚款4500元。\n\n上限为5000元。',
    );
    expect(slips).toEqual(['unit?', 'unit?']);
  });

  test('all of them in a text from anywhere', async () => {
    const slips = await slipsIn(
      'He was fined $4,500.\n\nThe limit is $5,000.',
      'zh',
      '他被罚款4500元。\n\n上限为5000元。',
    );
    expect(slips).toEqual(['unit', 'unit']);
  });

  test('one of several', async () => {
    const slips = await slipsIn(
      'He was fined $4,500.\n\nThe limit is $5,000.',
      'zh',
      '他被罚款4500美元。\n\n上限为5000元。',
    );
    expect(slips).toEqual(['unit']);
  });
});
