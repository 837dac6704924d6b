// What the server says when it refuses something, in French and in Arabic, by its English sentence; {0}, {1} stand for what changes, {*} for a message of its own, {_} for words that stay. A
// message of a query is "query, at character N (near): problem; remedy", and problem and remedy are sentences of their own.

const MESSAGES = [
  ['query, at character {0} ({1}): {*}', 'requête, caractère {0} ({1}) : {*}', 'عبارة البحث، عند الحرف {0} ({1}): {*}'],
  ['query, at its end: {*}', 'requête, à la fin : {*}', 'عبارة البحث، في آخرها: {*}'],
  ['query: {0} bytes, at most {1} are read; write a shorter one', 'requête de {0} octets, {1} au plus sont lus ; écrivez-la plus courte', 'عبارة البحث من {0} بايت، ويُقرأ منها {1} على الأكثر؛ اكتب أقصر منها'],
  ['query: duplicates: is for the whole query; write it once, outside of parentheses and operators', 'requête : duplicates: vaut pour toute la requête ; écrivez-le une fois, hors des parenthèses et des opérateurs', 'عبارة البحث: duplicates: يخص العبارة كلها؛ اكتبه مرة واحدة خارج الأقواس والروابط'],
  ['query, {0}: more than {1} words of the corpus fit; write more letters', 'requête, {0} : plus de {1} mots du corpus conviennent ; écrivez plus de lettres', 'عبارة البحث، {0}: أكثر من {1} كلمة من المدونة مطابقة؛ اكتب حروفًا أكثر'],

  ['this parenthesis is not closed', 'cette parenthèse n’est pas fermée', 'هذا القوس غير مغلق'],
  ['write ) where the group ends', 'écrivez ) à la fin du groupe', 'اكتب ) حيث تنتهي المجموعة'],
  ['this parenthesis closes nothing', 'cette parenthèse ne ferme rien', 'هذا القوس لا يغلق شيئًا'],
  ['remove it or open one before', 'retirez-la ou ouvrez-en une avant', 'احذفه أو افتح قوسًا قبله'],
  ['there is no word to look for', 'il n’y a aucun mot à chercher', 'لا كلمة يُبحث عنها'],
  ['write a word, a "phrase" or a field such as outlet:hespress', 'écrivez un mot, une « expression » ou un champ comme outlet:hespress', 'اكتب كلمة أو «عبارة» أو حقلًا مثل outlet:hespress'],
  ['this operator has nothing to join on one side', 'cet opérateur n’a rien à joindre d’un côté', 'لا شيء يربطه هذا الرابط في أحد جانبيه'],
  ['this operator has nothing before it', 'cet opérateur n’a rien devant lui', 'لا شيء قبل هذا الرابط'],
  ['write a word on each side, or put it in quotes to search for it as a word', 'écrivez un mot de chaque côté, ou mettez-le entre guillemets pour le chercher comme mot', 'اكتب كلمة في كل جانب، أو ضعه بين علامتي تنصيص للبحث عنه ككلمة'],
  ['write a word, a "phrase" or a group such as (fuite OR vol) on each side', 'écrivez un mot, une « expression » ou un groupe comme (fuite OU vol) de chaque côté', 'اكتب في كل جانب كلمة أو «عبارة» أو مجموعة مثل (تسريب /أو/ اختراق)'],
  ['NEAR, ADJ and SENTENCE join words, phrases and groups of alternatives', 'PRÈS, SUIVI et PHRASE joignent des mots, des expressions et des groupes de choix', 'تربط /قرب/ و/يلي/ و/جملة/ كلمات وعبارات ومجموعات بدائل'],
  ['write AND between them, or OR inside the group', 'écrivez ET entre eux, ou OU dans le groupe', 'اكتب /و/ بينها، أو /أو/ داخل المجموعة'],
  ['more than {0} levels', 'plus de {0} niveaux', 'أكثر من {0} مستوى'],
  ['write fewer parentheses or NOT inside one another', 'écrivez moins de parenthèses ou de SAUF emboîtés', 'قلّل الأقواس أو /ليس/ المتداخلة'],
  ['a * alone stands for no word in a phrase', 'un * seul ne remplace aucun mot dans une expression', 'علامة * وحدها لا تنوب عن كلمة داخل عبارة'],
  ['write beginning ADJ/2 end for one word of any kind between them', 'écrivez début SUIVI/2 fin pour un mot quelconque entre les deux', 'اكتب البداية /يلي/2 النهاية لكلمة أيًا كانت بينهما'],
  ['* may stand at the beginning or at the end of a word', '* se met au début ou à la fin d’un mot', 'توضع * في أول الكلمة أو آخرها'],
  ['write the beginning of the word and then *', 'écrivez le début du mot, puis *', 'اكتب أول الكلمة ثم *'],
  ['* needs one word of at least two letters beside it', '* demande à côté de lui un mot d’au moins deux lettres', 'تحتاج * إلى كلمة من حرفين على الأقل بجانبها'],
  ['write more of the word, as in cyber*', 'écrivez davantage du mot, comme cyber*', 'اكتب المزيد من الكلمة، مثل معط*'],
  ['= stands before one word or a phrase', '= se met devant un mot ou une expression', 'توضع = قبل كلمة أو عبارة'],
  ['write =données or ="les données"', 'écrivez =données ou ="les données"', 'اكتب =الصندوق أو ="المعطيات الشخصية"'],
  ['title: takes a word or a phrase', 'title: prend un mot ou une expression', 'يأخذ title: كلمة أو عبارة'],
  ['write title:fuite or title:"fuite de données"', 'écrivez titre:fuite ou titre:"fuite de données"', 'اكتب عنوان:تسريب أو عنوان:"تسريب المعطيات"'],
  ['there is no field "{0}"', 'il n’y a pas de champ « {0} »', 'لا حقل باسم «{0}»'],
  ['the fields are {0}; to search the words themselves, put them in quotes', 'les champs sont {0} ; pour chercher les mots eux-mêmes, mettez-les entre guillemets', 'الحقول هي {0}؛ وللبحث عن الكلمات نفسها ضعها بين علامتي تنصيص'],
  ['{0}: has no value', '{0}: n’a pas de valeur', 'لا قيمة للحقل {0}:'],
  ['write it right behind the colon', 'écrivez-la juste après les deux-points', 'اكتبها مباشرة بعد النقطتين'],
  ['{0} needs a distance in words from 1 to {1}', '{0} demande une distance de 1 à {1} mots', 'يحتاج {0} إلى مسافة من 1 إلى {1} كلمة'],
  ['write it as {0}', 'écrivez {0}', 'اكتب {0}'],
  ['"{0}" is no language code', '« {0} » n’est pas un code de langue', '«{0}» ليس رمز لغة'],
  ['"{0}" is no country code', '« {0} » n’est pas un code de pays', '«{0}» ليس رمز بلد'],
  ['"{0}" is no article id', '« {0} » n’est pas un numéro d’article', '«{0}» ليس رقم مقال'],
  ['write a number, as {0}', 'écrivez un nombre, comme {0}', 'اكتب عددًا، مثل {0}'],
  ['"{0}" is no {1}', '« {0} » n’est pas une valeur de {1}', '«{0}» ليست قيمة للحقل {1}'],
  ['write date:2025-04-08, date:2025-04, date:2025, or a range from the earlier to the later as date:2025-04-08..2025-04-12; either end may be left out', 'écrivez date:2025-04-08, date:2025-04, date:2025, ou une période, le plus ancien d’abord, comme date:2025-04-08..2025-04-12 ; une des bornes peut manquer', 'اكتب date:2025-04-08 أو date:2025-04 أو date:2025 أو مدة تبدأ بالأقدم مثل date:2025-04-08..2025-04-12؛ ويمكن ترك أحد الطرفين'],
  ['the codebook has no actor "{0}"', 'le dictionnaire de codage n’a pas d’acteur « {0} »', 'لا فاعل باسم «{0}» في دليل الترميز'],
  ['the codebook has no frame "{0}"', 'le dictionnaire de codage n’a pas de cadre « {0} »', 'لا إطار باسم «{0}» في دليل الترميز'],
  ['`sahafa codebook show` lists the ids, as in {0}', '`sahafa codebook show` donne les noms, par exemple {0}', 'يعرض `sahafa codebook show` الأسماء، مثل {0}'],
  ['write {0} or {1}', 'écrivez {0} ou {1}', 'اكتب {0} أو {1}'],

  ['there is no article {0}; /api/analyses/articles lists them', 'il n’y a pas d’article {0} ; /api/analyses/articles les énumère', 'لا مقال برقم {0}؛ تعدّدها /api/analyses/articles'],
  ['{0}: not an article id; /api/analyses/articles lists them', '{0} : pas un numéro d’article ; /api/analyses/articles les énumère', '{0}: ليس رقم مقال؛ تعدّدها /api/analyses/articles'],
  ['there is no analysis {0}; /api/analyses lists them', 'il n’y a pas d’analyse {0} ; /api/analyses les énumère', 'لا تحليل باسم {0}؛ تعدّدها /api/analyses'],
  ['there is no parameter {0}; {1} takes {2}', 'il n’y a pas de paramètre {0} ; {1} prend {2}', 'لا معامل باسم {0}؛ يأخذ {1}: {2}'],
  ['there is no analysis {0}', 'il n’y a pas d’analyse {0}', 'لا تحليل باسم {0}'],
  ['{0} needs the parameter {1}: {2}', '{0} demande le paramètre {1} : {2}', 'يحتاج {0} إلى المعامل {1}: {2}'],
  ['--{0} {1}: must not be negative', '--{0} {1} : ne doit pas être négatif', '--{0} {1}: يجب ألا يكون سالبًا'],
  ['{0} {1}: must not be negative', '{0} {1} : ne doit pas être négatif', '{0} {1}: يجب ألا يكون سالبًا'],
  ['--{0} needs {1}, not "{2}"', '--{0} demande {1}, et non « {2} »', 'يحتاج --{0} إلى {1} لا إلى «{2}»'],
  ['a number', 'un nombre', 'عدد'], ['a whole number', 'un nombre entier', 'عدد صحيح'],
  ['the server is busy; try again in a moment', 'le serveur est occupé ; réessayez dans un instant', 'الخادم مشغول؛ أعد المحاولة بعد لحظة'],
  ['this takes longer than the {0} seconds that the server allows; narrow it with lang, outlet, from, to or where, or use the command line', 'cela prend plus que les {0} secondes que le serveur accorde ; restreignez avec lang, outlet, from, to ou where, ou passez par la ligne de commande', 'يستغرق هذا أكثر من {0} ثانية يسمح بها الخادم؛ ضيّقه بـlang أو outlet أو from أو to أو where، أو استعمل سطر الأوامر'],
  ['the server is being stopped', 'le serveur est en train de s’arrêter', 'الخادم في طور التوقف'],
  ['the work ended without result, perhaps for want of memory; ask for less, or use the command line', 'le calcul s’est arrêté sans résultat, peut-être faute de mémoire ; demandez moins, ou passez par la ligne de commande', 'توقف العمل دون نتيجة، ربما لنقص الذاكرة؛ اطلب أقل أو استعمل سطر الأوامر'],
  ['a parameter is given twice', 'un paramètre est donné deux fois', 'أحد المعاملات مكرر'],
  ['a parameter may have {0} bytes', 'un paramètre peut avoir {0} octets', 'لا يتجاوز المعامل {0} بايت'],
  ['a parameter is not valid UTF-8', 'un paramètre n’est pas en UTF-8', 'أحد المعاملات ليس بترميز UTF-8'],
  ['the address is too long', 'l’adresse est trop longue', 'الرابط طويل جدًا'],
  // notes of the tables that have a view of their own
  ['voice: {0}; polarity of the claims: {1}; one vote an article for each holder, target, frame and polarity; copies of a text: {2}', 'voix : {0} ; polarité des attributions : {1} ; une voix par article pour chaque locuteur, cible, cadre et polarité ; copies d’un texte : {2}', 'الصوت: {0}؛ قطبية الإسنادات: {1}؛ صوت واحد لكل مقال عن كل قائل ومستهدف وإطار وقطبية؛ نسخ النص: {2}'],
  ['voice: {0}; polarity of the claims: {1}; difference of shares of articles; copies of a text: {2}', 'voix : {0} ; polarité des attributions : {1} ; différence des parts d’articles ; copies d’un texte : {2}', 'الصوت: {0}؛ قطبية الإسنادات: {1}؛ فرق نسب المقالات؛ نسخ النص: {2}'],
  ['intervals: 95 % percentile bootstrap over duplicate clusters, {0} draws, seed {1}; p: permutation of clusters; q: Holm', 'intervalles : 95 %, bootstrap (percentiles) sur les groupes de copies, {0} tirages, graine {1} ; p : permutation des groupes ; q : Holm', 'فترات الثقة: 95٪، إعادة معاينة (مئينات) لمجموعات النسخ، {0} سحبًا، البذرة {1}؛ p: تبديل المجموعات؛ q: هولم'],
  ['intervals: 95 % percentile bootstrap over duplicate clusters, {0} draws, seed {1}', 'intervalles : 95 %, bootstrap (percentiles) sur les groupes de copies, {0} tirages, graine {1}', 'فترات الثقة: 95٪، إعادة معاينة (مئينات) لمجموعات النسخ، {0} سحبًا، البذرة {1}'],
  ['{0} groups have fewer than {1} clusters: counts and no interval', '{0} groupes ont moins de {1} textes distincts : des nombres, pas d’intervalle', 'لـ{0} من المجموعات أقل من {1} نصوص متمايزة: أعداد دون فترة ثقة'],
  ['{0} groups with fewer than {1} clusters were left out', '{0} groupes de moins de {1} textes distincts sont laissés de côté', 'تُركت {0} من المجموعات التي نصوصها المتمايزة أقل من {1}'],
  ['shares of French and Arabic articles come from different cue lists: compare within a language', 'les parts des articles français et arabes viennent de listes d’indices différentes : comparez dans une même langue', 'نسب المقالات الفرنسية والعربية من قوائم قرائن مختلفة: قارن داخل اللغة الواحدة'],
  ['{0} of {1} tested differences are carried by the corpus (q < {2} after Holm); the others may be chance', '{0} des {1} différences testées sont portées par le corpus (q < {2} après Holm) ; les autres peuvent être dues au hasard', '{0} من {1} من الفروق المختبرة تحملها المدونة (q < {2} بعد هولم)؛ وقد يكون الباقي من الصدفة'],
  ['p of {0} differences comes from {1} seeded permutations, the others are exact', 'p de {0} différences vient de {1} permutations à graine, les autres sont exacts', 'قيم p لـ{0} من الفروق من {1} تبديلًا ببذرة، والباقي مضبوط'],
  ['{0} differences are shown without test: a group of the pair has fewer than {1} clusters, which carries no conclusion', '{0} différences sont montrées sans test : un groupe de la paire a moins de {1} textes distincts, ce qui ne permet aucune conclusion', 'تُعرض {0} من الفروق دون اختبار: لإحدى المجموعتين أقل من {1} نصوص متمايزة، وهو ما لا يسمح باستنتاج'],
  ['only groups of the same language are compared', 'seuls des groupes de la même langue sont comparés', 'لا تُقارن إلا مجموعات من لغة واحدة'],
  ['only groups of the same language are compared: cues of French and Arabic find more or less; compare contrasts', 'seuls des groupes de la même langue sont comparés : les indices du français et de l’arabe en trouvent plus ou moins ; comparez les contrastes', 'لا تُقارن إلا مجموعات من لغة واحدة: قرائن الفرنسية والعربية تعثر على أكثر أو أقل؛ قارن الفروق'],
  ['per million words of the texts of group and period; intervals: 95 %, ratio over duplicate clusters', 'par million de mots des textes du groupe et de la période ; intervalles : 95 %, estimateur de rapport sur les groupes de copies', 'لكل مليون كلمة من نصوص المجموعة والفترة؛ فترات الثقة: 95٪، مقدّر النسبة على مجموعات النسخ'],
  ['words of the sahafa tokenizer ({0}); copies of a text: {1}', 'mots du découpage de sahafa ({0}) ; copies d’un texte : {1}', 'كلمات بتقطيع sahafa ({0})؛ نسخ النص: {1}'],
  ['{0} articles have no date exact to the day', '{0} articles n’ont pas de date au jour près', '{0} من المقالات بلا تاريخ محدد باليوم'],
  ['{0} articles have no date exact to the week', '{0} articles n’ont pas de date à la semaine près', '{0} من المقالات بلا تاريخ محدد بالأسبوع'],
  ['{0} articles have no date exact to the month', '{0} articles n’ont pas de date au mois près', '{0} من المقالات بلا تاريخ محدد بالشهر'],
  ['query: {_}', 'requête : {_}', 'عبارة البحث: {_}'], ['names: {_}', 'noms : {_}', 'الأسماء: {_}'], ['translated: {_}', 'traduit : {_}', 'مترجم: {_}'],

  ['Failed to fetch', 'le serveur ne répond pas', 'الخادم لا يجيب'],
];

// What changes ends before the remedy.
const MESSAGE_PATTERNS = MESSAGES.map(([english, fr, ar]) => ({fr, ar, names: english.match(/\{[\d*_]\}/g) || [],
  pattern: new RegExp('^' + english.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\{\d\\\}/g, '((?:(?!; ).)*?)').replace(/\\\{(?:\\\*|_)\\\}/, '(.*)') + '$', 's')}));

/** A sentence in the language of the page; null where there is none for it. */
function translated_sentence(english) {
  for (const {pattern, names, ...words} of MESSAGE_PATTERNS) {
    const parts = english.match(pattern);
    if (!parts) continue;
    const said = names.map((name, i) => (name === '{*}' ? translated_message(parts[i + 1]) : parts[i + 1]));
    return said.includes(null) ? null : words[LANG].replace(/\{[\d*_]\}/g, (name) => isolate(said[names.indexOf(name)]));
  }
  return null;
}

/** A message in the language of the page, whole or as problem and remedy; null where there are no words for it. */
function translated_message(english) {
  if (LANG === 'en') return english;
  const whole = translated_sentence(english);
  const cut = english.indexOf('; ');
  if (whole || cut < 0) return whole;
  const [problem, remedy] = [english.slice(0, cut), english.slice(cut + 2)].map(translated_sentence);
  return problem && remedy ? problem + (LANG === 'ar' ? '؛ ' : ' ; ') + remedy : null;
}
