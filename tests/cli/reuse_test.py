"""Text reuse from the command line: clusters, passages, and the text of an article with its passages marked."""
import json

from harness import CliTest, sahafa, unittest

QUOTED = {
    "fr": "La ministre a rappelé devant la presse que chaque commune recevra sa part du fonds avant la fin du trimestre, et que les maires "
          "qui n'auront pas déposé leurs comptes attendront l'année prochaine comme le veut la loi votée en janvier.",
    "ar": "وذكرت الوزيرة أمام الصحافة بأن كل جماعة ستتوصل بحصتها من الصندوق قبل متم الفصل، وأن رؤساء الجماعات الذين لم يودعوا حساباتهم "
          "سينتظرون السنة المقبلة كما ينص على ذلك القانون الذي صودق عليه في يناير.",
}
OWN = {
    "fr": ["Le conseil de la ville se réunit ce soir dans la salle des fêtes, faute de chauffage à la mairie. Les élus parleront du marché couvert, "
           "dont le toit laisse passer la pluie depuis deux hivers, et du bus scolaire que les parents réclament. Le public peut assister aux débats.",
           "Au village, la nouvelle a surpris les bergers qui préparaient la descente des troupeaux. Une coopérative voudrait acheter le vieux moulin "
           "pour y presser ses olives. Son trésorier compte sur l'aide annoncée, mais ne signera rien avant d'avoir lu les textes."],
    "ar": ["يجتمع مجلس المدينة هذا المساء في قاعة الحفلات بسبب غياب التدفئة في مقر الجماعة. وسيناقش المنتخبون وضعية السوق المغطاة التي يتسرب المطر من "
           "سقفها منذ شتاءين، وحافلة النقل المدرسي التي يطالب بها الآباء. والحضور مفتوح في وجه العموم.",
           "في القرية فاجأ الخبر الرعاة الذين كانوا يستعدون لإنزال القطعان من الجبل. وتريد تعاونية شراء الطاحونة القديمة لعصر زيتونها. ويعول أمين "
           "مالها على الدعم المعلن، لكنه لن يوقع شيئا قبل قراءة النصوص."],
}

# One dispatch rendered twice, and a report of the same evening that a third desk wrote by itself.
RENDERED = {
    "fr": ["Le barrage de Tamesna a cédé dans la nuit de lundi à mardi après trois jours de pluie. L'eau a recouvert quarante hectares de vergers et le pont "
           "de la route nationale a été emporté. Personne n'est mort, a assuré la protection civile, mais six familles ont été relogées à l'école. Le "
           "gouverneur Hamid Lahlou a promis un rapport d'expertise avant la fin du mois. Les ingénieurs avaient signalé des fissures dès l'automne dernier. "
           "Le ministère de l'Équipement rappelle que les travaux de consolidation étaient prévus pour le printemps, avec un budget de 18 millions de dirhams.",
           "Dans la nuit de lundi à mardi, le barrage de Tamesna s'est rompu à la suite de trois jours de pluie. Quarante hectares de vergers se trouvent sous l'eau "
           "et le pont de la route nationale n'existe plus. La protection civile affirme que personne n'est mort ; six familles ont dû être relogées dans une école. "
           "Un rapport d'expertise sera remis avant la fin du mois, a promis le gouverneur Hamid Lahlou. Dès l'automne dernier, des fissures avaient été signalées "
           "par les ingénieurs. Selon le ministère de l'Équipement, les travaux de consolidation devaient commencer au printemps pour 18 millions de dirhams.",
           "Nous avons passé la nuit avec les habitants de Tamesna. Zohra, 61 ans, a entendu un grondement puis les chiens. Elle a porté son petit-fils sur le toit et attendu "
           "l'aube en comptant les lampes de poche. Au matin, son champ d'oliviers était un lac brun. Elle en veut aux ingénieurs qui venaient, dit-elle, boire le thé et "
           "repartir. Son voisin, lui, accuse le sort. À l'école où dorment les relogés, on distribue du pain, des couvertures et des promesses dont plus personne ne tient "
           "le compte. Le barrage, vu d'ici, ressemble à une dent cassée."],
    "ar": ["انهار سد تامسنا ليلة الاثنين الثلاثاء بعد ثلاثة أيام من الأمطار. وغمرت المياه أربعين هكتارا من البساتين وجرفت قنطرة الطريق الوطنية. وأكدت الوقاية المدنية "
           "أنه لم تسجل أي وفاة، لكن ست أسر نقلت إلى المدرسة. ووعد العامل حميد لحلو بتقرير خبرة قبل نهاية الشهر. وكان المهندسون قد نبهوا إلى وجود شقوق منذ الخريف الماضي. "
           "وذكرت وزارة التجهيز بأن أشغال التقوية كانت مبرمجة في الربيع بميزانية قدرها 18 مليون درهم. وطالب رئيس الجماعة القروية بإعلان المنطقة منكوبة حتى "
           "يستفيد الفلاحون الصغار من صندوق التعويض عن الكوارث الطبيعية. وينتظر أن تحل لجنة من البرلمان بعين المكان يوم الخميس للاستماع إلى السكان المتضررين.",
           "بعد ثلاثة أيام من الأمطار انهار سد تامسنا في ليلة الاثنين الثلاثاء. وقد غمرت المياه أربعين هكتارا من البساتين، أما قنطرة الطريق الوطنية فجرفتها السيول. ولم تسجل أي وفاة "
           "حسب الوقاية المدنية، غير أن ست أسر نقلت إلى إحدى المدارس. وسيكون تقرير خبرة جاهزا قبل نهاية الشهر كما وعد العامل حميد لحلو. ومنذ الخريف الماضي نبه المهندسون إلى "
           "وجود شقوق. وتقول وزارة التجهيز إن أشغال التقوية كانت مبرمجة في الربيع بكلفة 18 مليون درهم. ويريد رئيس الجماعة القروية أن تعلن المنطقة منكوبة، لأن "
           "صندوق التعويض عن الكوارث الطبيعية يفيد عندئذ الفلاحين الصغار. وستستمع لجنة من البرلمان يوم الخميس بعين المكان إلى السكان المتضررين.",
           "قضينا الليل مع سكان تامسنا. سمعت زهرة، وعمرها 61 سنة، دويا ثم نباح الكلاب، فحملت حفيدها إلى السطح وانتظرت الفجر وهي تعد المصابيح. وفي الصباح صار حقل زيتونها بحيرة داكنة. "
           "وهي غاضبة من رجال كانوا يأتون لشرب الشاي ثم ينصرفون، أما جارها فيلوم القدر. وفي القسم الذي ينام فيه المنكوبون يوزع الخبز والأغطية ووعود لم يعد أحد يحصيها. "
           "ومن هنا يبدو الحائط مثل سن مكسورة."],
}


class Reuse(CliTest):
    def setUp(self):
        super().setUp()
        lines = []
        for lang in ("fr", "ar"):
            first = f"{OWN[lang][0]}\n{QUOTED[lang]}"
            lines += [{"id": f"{lang}-first", "outlet": "A", "date": "2025-03-01", "text": first},
                      {"id": f"{lang}-copy", "outlet": "B", "date": "2025-03-02", "text": f"{first}\nB."},
                      {"id": f"{lang}-quotes", "outlet": "C", "date": "2025-03-04", "text": f"{OWN[lang][1]}\n{QUOTED[lang]}"}]
        self.write("press.jsonl", "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
        self.ok("ingest", self.corpus, self.folder / "press.jsonl")
        self.ids = {row["key"]: row["id"] for row in self.ok("articles", self.corpus).rows()}

    def test_a_borrowed_paragraph_is_a_passage_from_the_earlier_to_the_later(self):
        rows = self.ok("passages", self.corpus).rows()
        self.assertEqual([row["b_outlet"] for row in rows], ["C", "C"])
        for row, lang in zip(rows, ("fr", "ar")):
            self.assertEqual(row["direction"], "a to b")
            self.assertEqual(row["b_text"].rstrip("."), QUOTED[lang].rstrip("."))
        self.assertEqual(len(self.ok("passages", self.corpus, "--lang", "ar").rows()), 1)

    def test_a_copy_is_in_the_cluster_and_a_quoting_text_is_not(self):
        clusters = {row["key"]: row["cluster"] for row in self.ok("clusters", self.corpus, "--all").rows()}
        for lang in ("fr", "ar"):
            self.assertEqual(clusters[f"{lang}-first"], clusters[f"{lang}-copy"])
            self.assertNotEqual(clusters[f"{lang}-first"], clusters[f"{lang}-quotes"])

    def test_show_marks_passages_in_the_text(self):
        for lang in ("fr", "ar"):
            shown = self.ok("show", self.corpus, self.ids[f"{lang}-quotes"], "--reuse").out
            self.assertIn("passages (1)", shown)
            self.assertIn("(earlier)", shown)
            self.assertIn(f"⟦1⟧{QUOTED[lang].rstrip('.')}⟦/1⟧", shown)
            plain = self.ok("show", self.corpus, self.ids[f"{lang}-quotes"]).out
            self.assertNotIn("⟦", plain)

    def test_show_marks_what_a_copy_shares_with_the_canonical_article(self):
        shown = self.ok("show", self.corpus, self.ids["fr-first"], "--reuse").out
        self.assertIn(f"in article {self.ids['fr-copy']} ", shown)

    def test_two_renderings_of_one_dispatch_are_near_with_their_sentences_as_evidence(self):
        lines = [{"id": f"{lang}{number}", "outlet": f"O{number}", "text": text} for lang, texts in RENDERED.items() for number, text in enumerate(texts)]
        for order in (lines, lines[::-1]):
            corpus = self.folder / f"rendered-{order[0]['id']}"
            for line in order:  # one at a time: a rewrite is found among what is stored
                self.ok("ingest", corpus, self.write(line["id"] + ".jsonl", json.dumps(line, ensure_ascii=False) + "\n"), "--no-derive")
            for lang in ("fr", "ar"):
                rows = {row["key"]: row for row in self.ok("clusters", corpus, "--all", "--lang", lang).rows()}
                self.assertEqual(rows[f"{lang}0"]["cluster"], rows[f"{lang}1"]["cluster"])
                self.assertNotEqual(rows[f"{lang}0"]["cluster"], rows[f"{lang}2"]["cluster"])
                pairs = [row for row in self.ok("translations", corpus, "--lang", lang).rows() if row["a_text"][0].isascii() == row["b_text"][0].isascii()]
                self.assertGreater(len(pairs), 3)


if __name__ == "__main__":
    unittest.main()
