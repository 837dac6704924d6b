#include "tests/ingest/bilingual_prose.h"

namespace sahafa::test {

const std::array<Story, 3>& stories() {
  static const std::array<Story, 3> kStories = {{
      {"Les dockers du port de Valdora ont cessé le travail lundi matin pour réclamer une hausse des "
       "salaires.\n"
       "Selon le syndicat, 1 450 employés sur 1 800 participent à cette grève, la troisième depuis janvier.\n"
       "« Nous ne demandons que le respect de l'accord signé en 2019 », a déclaré Hakim Lebrossard, "
       "secrétaire "
       "général du syndicat.\n"
       "La direction du port affirme que le trafic des conteneurs a baissé de 62 % en deux jours.\n"
       "Le ministre des Transports, Octave Marchenko, rencontrera les deux parties jeudi dans la capitale.\n"
       "Les commerçants de la ville craignent une pénurie de fruits et de médicaments si le mouvement "
       "continue.\n"
       "L'an dernier, une grève de neuf jours avait coûté 37,5 millions d'euros à l'économie locale.",
       "توقف عمال ميناء فالدورا عن العمل صباح الاثنين للمطالبة بزيادة الأجور.\n"
       "ووفقا للنقابة، يشارك 1450 موظفا من أصل 1800 في هذا الإضراب، وهو الثالث منذ يناير.\n"
       "وقال حكيم لوبروسار، الأمين العام للنقابة: \"لا نطلب سوى احترام الاتفاق الموقع سنة 2019\".\n"
       "وتؤكد إدارة الميناء أن حركة الحاويات انخفضت بنسبة 62 في المئة خلال يومين.\n"
       "وسيلتقي وزير النقل أوكتاف مارشينكو الطرفين يوم الخميس في العاصمة.\n"
       "ويخشى تجار المدينة نقصا في الفواكه والأدوية إذا استمرت الحركة.\n"
       "وكان إضراب دام تسعة أيام قد كلف الاقتصاد المحلي العام الماضي 37.5 مليون يورو.",
       "Lundi matin, le travail s'est arrêté au port de Valdora, où les dockers veulent être mieux payés.\n"
       "D'après leur syndicat, ce troisième arrêt de travail depuis janvier est suivi par 1.450 salariés sur "
       "1.800.\n"
       "Son secrétaire général Hakim Lebrossard a dit ne vouloir qu'une chose : que l'accord de 2019, qui "
       "porte la "
       "signature de tous, soit respecté.\n"
       "En deux jours, les conteneurs traités ont diminué de 62 %, à en croire la direction portuaire.\n"
       "Jeudi, Octave Marchenko, ministre des Transports, recevra dans la capitale les représentants des "
       "deux camps.\n"
       "En ville, les commerçants redoutent que fruits et médicaments manquent si la grève dure.\n"
       "L'économie locale avait perdu 37,5 millions d'euros l'année dernière lors d'une grève de neuf jours.",
       "Valdora s'est réveillée lundi devant des grilles fermées.\n"
       "Sur le quai, Hakim Lebrossard distribue le café et les consignes aux grévistes venus avec leurs "
       "enfants.\n"
       "Le syndicaliste travaille ici depuis trente ans et connaît chaque grue par son nom.\n"
       "Derrière lui, des camions frigorifiques attendent sous le soleil, moteur éteint.\n"
       "Un chauffeur venu de la montagne raconte qu'il dort dans sa cabine depuis samedi.\n"
       "Octave Marchenko n'a pas encore réagi, mais la mairie appelle au calme.\n"
       "Au marché, le prix des oranges a déjà doublé, et les clients s'inquiètent."},
      {"Une tempête a frappé dimanche soir l'île de Karsova et détruit plus de 230 maisons.\n"
       "Les secours ont évacué 4 100 habitants vers des écoles et des mosquées.\n"
       "Le gouverneur Timur Bastelnik a annoncé la mort de six personnes, dont deux enfants.\n"
       "L'électricité est coupée dans la moitié des villages et les routes du nord restent fermées.\n"
       "L'hôpital central manque de sang et de médicaments, a averti l'OMS.\n"
       "La Croix-Rouge enverra mardi un avion avec 18 tonnes d'aide.",
       "ضربت عاصفة مساء الأحد جزيرة كارسوفا ودمرت أكثر من 230 منزلا، وأجلت فرق الإنقاذ 4100 من السكان إلى "
       "المدارس "
       "والمساجد.\n"
       "وأعلن الحاكم تيمور باستلنيك وفاة ستة أشخاص بينهم طفلان.\n"
       "وانقطعت الكهرباء عن نصف القرى ولا تزال طرق الشمال مغلقة.\n"
       "وحذرت منظمة الصحة العالمية من أن المستشفى المركزي يفتقر إلى الدم والأدوية.\n"
       "وسيرسل الصليب الأحمر يوم الثلاثاء طائرة تحمل 18 طنا من المساعدات.",
       "Plus de 230 maisons ont disparu dans la tempête qui s'est abattue sur l'île de Karsova dimanche "
       "soir.\n"
       "Quelque 4 100 habitants ont été conduits par les secours dans des mosquées et des écoles.\n"
       "Six personnes, parmi lesquelles deux enfants, ont perdu la vie, selon le gouverneur Timur "
       "Bastelnik.\n"
       "Au nord, les routes demeurent coupées, et un village sur deux n'a plus d'électricité.\n"
       "L'OMS prévient que sang et médicaments font défaut à l'hôpital central.\n"
       "Un avion de la Croix-Rouge, chargé de 18 tonnes d'aide, est attendu mardi.",
       "À Karsova, on cherche encore les disparus dans la boue.\n"
       "Le gouverneur Timur Bastelnik a passé la nuit au port avec les pêcheurs.\n"
       "Les anciens disent n'avoir jamais vu une mer pareille.\n"
       "Une école a perdu son toit pendant que la directrice sauvait les livres.\n"
       "Le pain arrive par bateau depuis le continent, et chacun le partage.\n"
       "Des bénévoles venus de toute la région préparent des repas chauds."},
      {"Le laboratoire Ostrevan a présenté mercredi un test qui détecte la maladie en douze minutes.\n"
       "Les chercheurs ont examiné 2 760 échantillons de salive dans quatre pays d'Afrique.\n"
       "Le test a reconnu 94 % des patients infectés, précise l'étude publiée par l'université.\n"
       "« C'est une arme contre l'épidémie », estime la professeure Nadia Kermolès.\n"
       "Chaque test coûtera moins de 3 dollars et ne demande aucun appareil.\n"
       "L'agence du médicament doit rendre sa décision avant la fin du mois de septembre.",
       "قدم مختبر أوستريفان يوم الأربعاء اختبارا يكشف المرض خلال اثنتي عشرة دقيقة.\n"
       "وفحص الباحثون ٢٧٦٠ عينة من اللعاب في أربع دول إفريقية.\n"
       "وأوضحت الدراسة التي نشرتها الجامعة أن الاختبار تعرف على ٩٤٪ من المرضى المصابين.\n"
       "وترى الأستاذة نادية كرموليس أنه \"سلاح ضد الوباء\".\n"
       "وستقل تكلفة كل اختبار عن 3 دولارات ولا يحتاج إلى أي جهاز.\n"
       "ومن المقرر أن تصدر وكالة الأدوية قرارها قبل نهاية شهر سبتمبر.",
       "Douze minutes suffisent au test dévoilé mercredi par le laboratoire Ostrevan pour trouver la "
       "maladie.\n"
       "Dans quatre pays africains, 2 760 échantillons de salive ont été analysés par les chercheurs.\n"
       "L'étude, que publie l'université, indique que 94 % des malades ont été identifiés.\n"
       "Pour Nadia Kermolès, professeure, on tient là « une arme contre l'épidémie ».\n"
       "Sans aucun appareil, il sera vendu à moins de 3 dollars la pièce.\n"
       "Avant fin septembre, l'agence du médicament devra trancher.",
       "Nadia Kermolès se souvient du premier échantillon arrivé dans une glacière.\n"
       "Dans son bureau, des photos de famille voisinent avec des cartes de la fièvre.\n"
       "Ostrevan emploie aujourd'hui soixante personnes dans une ancienne usine de chaussures.\n"
       "La biologiste y voit une revanche pour sa ville natale.\n"
       "Ses étudiants parlent d'une femme exigeante, mais toujours disponible.\n"
       "Elle partira bientôt au Sénégal former des infirmières."},
  }};
  return kStories;
}

}  // namespace sahafa::test
