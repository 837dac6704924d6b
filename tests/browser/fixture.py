"""A small invented corpus as the report's data block: two languages, copies, hostile texts, outlets of every size."""

import itertools

FRAMES = {
    "negligence": ("négligence", "negligence", "تقصير"),
    "communication_failure": ("défaut de communication", "communication failure", "فشل في التواصل"),
    "external_attack": ("attaque extérieure", "external attack", "هجوم خارجي"),
    "accountability_demand": ("demande de comptes", "demand for accountability", "مطالبة بالمحاسبة"),
    "victimhood": ("victime", "victimhood", "ضحية"),
}
ACTORS = {
    "cnss": ("Caisse nationale de sécurité sociale", "National Social Security Fund", "الصندوق الوطني للضمان الاجتماعي"),
    "government": ("gouvernement", "government", "الحكومة"),
    "hackers": ("pirates", "attackers", "القراصنة"),
    "unions": ("syndicats", "trade unions", "النقابات"),
}
OUTLETS = {
    "ledesk": ("Le Desk", ["Le Desk", "لوديسك"], 12),
    "telquel": ("TelQuel", ["TelQuel", "تيل كيل"], 10),
    "le360": ("Le360", ["Le360", "لو360"], 9),
    "lopinion": ("L’Opinion", ["L’Opinion", "لوبينيون"], 3),
    "hespress_ar": ("Hespress", ["Hespress", "هسبريس"], 11),
    "alyaoum24": ("Alyaoum24", ["Alyaoum24", "اليوم 24"], 8),
}
SENTENCES = {
    "fr": {
        "negligence": ("La caisse ", "n’avait pas testé ses sauvegardes", " depuis deux ans.", "pas testé"),
        "communication_failure": ("Pendant trois jours, ", "le silence de la direction", " a nourri la rumeur.", "silence"),
        "external_attack": ("Le porte-parole évoque ", "une attaque menée de l’étranger", ".", "attaque"),
        "accountability_demand": ("Le syndicat ", "exige la démission du directeur", " et une enquête.", "exige"),
        "victimhood": ("Près de deux millions de salariés ", "voient leur vie privée exposée", ".", "exposée"),
    },
    "ar": {
        "negligence": ("يرى الخبير أن الصندوق ", "لم يختبر نظام الحماية", " منذ سنتين.", "لم يختبر"),
        "communication_failure": ("طوال ثلاثة أيام ", "ظل صمت الإدارة سيد الموقف", " أمام أسئلة المنخرطين.", "صمت"),
        "external_attack": ("تحدث الناطق الرسمي عن ", "هجوم قادم من الخارج", ".", "هجوم"),
        "accountability_demand": ("النقابة ", "تطالب بمحاسبة المسؤولين", " وفتح تحقيق.", "تطالب"),
        "victimhood": ("مليونا أجير ", "كُشفت معطياتهم الخاصة", " عبر CNSS.", "كُشفت"),
    },
}
HOSTILE_TITLE = "</script><script>window.hacked = 1</script><img src=x onerror=\"window.hacked = 1\">"


REPEATED = 6  # Le Desk printed this article's text before, as article 5


def labels(triple):
    return dict(zip(("fr", "en", "ar"), triple))


def table(rows, notes=()):
    """Rows of dicts as columns."""
    names = list(rows[0]) if rows else []
    return {"columns": {name: [row[name] for row in rows] for name in names}, "notes": list(notes)}


def make_articles():
    articles = []
    for outlet, (_, _, count) in OUTLETS.items():
        lang = "ar" if outlet in ("hespress_ar", "alyaoum24") else "fr"
        for i in range(count):
            id = len(articles) + 1
            title = f"الصندوق والتسريب، مقال {i + 1}" if lang == "ar" else f"La fuite de la CNSS, épisode {i + 1}"
            articles.append({"id": id, "key": f"{outlet}-{i}", "outlet": outlet, "lang": lang, "date": f"2025-04-{8 + i:02}" if i else "",
                             "title": title, "words": 300 + 17 * i, "copies": 1 + (i == 1), "cluster": id,
                             "url": f"https://{outlet}.example/{i}"})
    articles[1]["title"] = HOSTILE_TITLE
    articles[2]["url"] = "javascript:window.hacked=1"
    articles[20]["date"] = "2022-02-01"  # a stray date
    articles[REPEATED - 1]["cluster"] = articles[REPEATED - 2]["id"]
    return articles


def make_claims(articles):
    """(claims, excerpts): which article has which frame follows from its number alone."""
    claims, excerpts = [], []
    for article in articles:
        for place, (frame, voice, target) in enumerate([
                ("negligence", "author", "cnss"), ("communication_failure", "author", "government"),
                ("external_attack", "attributed", "hackers"), ("accountability_demand", "attributed", "cnss"),
                ("victimhood", "author", "cnss"), ("negligence", "author", "government")]):
            if (article["id"] * (place + 3) + place) % (place + 2 + article["id"] % 3) > 1:
                continue
            left, evidence, right, cue = SENTENCES[article["lang"]][frame]
            claims.append({"id": article["id"], "key": article["key"], "outlet": article["outlet"], "lang": article["lang"],
                           "sentence": place, "holder": "outlet" if voice == "author" else "unions", "holder_name": "" if voice == "author" else "<b>Union</b>",
                           "voice": voice, "target": target, "frame": frame, "polarity": "defends" if frame == "victimhood" else "blames",
                           "modality": "conditional" if place == 2 else "asserted", "begin": 0, "end": 40, "cue": cue, "rule": f"{article['lang']}.verb.{place}",
                           "evidence": evidence})
            excerpts.append([left, evidence, right])
    return claims, excerpts


def make_views(articles, claims):
    """stance and compare as the analyses print them, counted here without the page's help."""
    counted = {a["id"]: a for a in articles if a["id"] != REPEATED}
    return [make_view(lang, voice, counted, [c for c in claims if c["id"] in counted and c["lang"] == lang and c["voice"] == voice])
            for lang in ("ar", "fr") for voice in ("author", "attributed")]


def make_view(lang, voice, counted, claims):
    outlets = sorted({a["outlet"] for a in counted.values() if a["lang"] == lang})
    size = {o: sum(a["outlet"] == o for a in counted.values()) for o in outlets}

    def cell(outlet, target, frame):
        found = [c for c in claims if c["outlet"] == outlet and target in ("*", c["target"]) and frame in ("*", c["frame"])]
        return len(found), len({c["id"] for c in found})

    def stance(targets):
        rows = []
        for outlet, target, frame in itertools.product(outlets, targets, FRAMES):
            sentences, number = cell(outlet, target, frame)
            share, large = number / size[outlet], size[outlet] >= 8
            if number:
                rows.append({"group": outlet, "target": target, "frame": frame, "claims": sentences, "articles": number, "share": share,
                             "ci_low": max(0, share - .2) if large else None, "ci_high": min(1, share + .2) if large else None, "polarity": -1.0})
        return table(rows)

    def compare(targets, frames):
        rows = []
        for (a, b), target, frame in itertools.product(itertools.combinations(outlets, 2), targets, frames):
            difference = cell(a, target, frame)[1] / size[a] - cell(b, target, frame)[1] / size[b]
            large = min(size[a], size[b]) >= 8
            rows.append({"a": a, "b": b, "target": target, "frame": frame, "difference": difference,
                         "ci_low": difference - .25 if large else None, "ci_high": difference + .25 if large else None,
                         "p": .01 if large else None, "q": (.03 if abs(difference) > .15 else .4) if large else None})
        return table(rows)

    return {"lang": lang, "voice": voice, "stance": [stance(["*"]), stance(ACTORS)], "compare": [compare(["*"], FRAMES), compare(ACTORS, ["*"])]}


def make_keyness(articles):
    entries = []
    for outlet, lang, terms in (("ledesk", "fr", ("sauvegardes", "silence")), ("telquel", "fr", ("direction",)), ("hespress_ar", "ar", ("صمت", "الإدارة"))):
        mine = [a["id"] for a in articles if a["outlet"] == outlet]
        rows = [{"term": term, "target": 12 - i, "reference": 3, "g2": 21.5 - 8 * i, "chi2": 20.0, "log_ratio": 2.25, "odds_z": 3.1, "p": .001, "q": .004}
                for i, term in enumerate(terms)]
        lines = {term: [12 - i, [[id, "… ", term, " …"] for id in mine[:3]]] for i, term in enumerate(terms)}
        entries.append({"outlet": outlet, "lang": lang, "table": table(rows), "lines": lines})
    return entries


def make_report():
    articles = make_articles()
    claims, excerpts = make_claims(articles)
    member = {"cluster": 5, "article": REPEATED, "key": articles[5]["key"], "relation": "near", "similarity": .93, "canonical": 0}
    canonical = {"cluster": 5, "article": 5, "key": articles[4]["key"], "relation": "canonical", "similarity": 1.0, "canonical": 1}
    return {
        "meta": {"version": "0.1.0", "seed": "20250408", "codebook": "5f2a9c01d3b84e77", "options": {"from": "2025-04-01"}, "notes": ["share: articles with the claim"],
                 "sources": 50},
        "actors": {id: {"label": labels(names)} for id, names in ACTORS.items()},
        "frames": [{"id": id, "label": labels(names), "definition": {"fr": f"Définition : {names[0]}.", "ar": f"التعريف: {names[2]}."}}
                   for id, names in FRAMES.items()],
        "outlets": {id: {"name": name, "names": names} for id, (name, names, _) in OUTLETS.items()},
        "articles": table(articles), "clusters": table([canonical, member]), "claims": table(claims), "excerpts": excerpts,
        "counted": [article["id"] for article in articles if article["id"] != REPEATED],
        "views": make_views(articles, claims), "keyness": make_keyness(articles),
    }


def make_empty_report():
    """What a corpus without articles gives: tables without rows."""
    report = make_report()
    empty = {name: {"columns": {column: [] for column in report[name]["columns"]}, "notes": []} for name in ("articles", "clusters", "claims")}
    return {**report, **empty, "excerpts": [], "counted": [], "views": [], "keyness": []}
