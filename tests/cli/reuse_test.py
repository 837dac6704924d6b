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


if __name__ == "__main__":
    unittest.main()
