#!/usr/bin/env python3
"""Installs the R package against the installed C library and uses it, in both languages."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILD, SOURCE = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
SKIPPED = 77
SCRIPT = r"""
library(sahafa)
corpus <- sahafa_open("corpus", write = TRUE)
stopifnot(sahafa_ingest(corpus, c("a.txt", "b.txt"))$articles == 2)
articles <- sahafa_run(corpus, "articles")
stopifnot(is.data.frame(articles), articles$lang == c("fr", "ar"), articles$title[2] == "النقابة تحمّل الصندوق المسؤولية")
stopifnot(nrow(sahafa_run(corpus, "search", query = "المنخرطين")) == 1, nrow(sahafa_run(corpus, "articles", lang = c("fr", "ar"))) == 2)
stance <- sahafa_run(corpus, "stance", by = "outlet", voice = "all")
stopifnot(nrow(stance) > 0, is.na(stance$ci_low), is.numeric(stance$share), length(attr(stance, "notes")) > 0)
stopifnot(startsWith(sahafa_articles(corpus)$text[1], "Selon le syndicat"), nrow(sahafa_articles(corpus, after = 2)) == 0)
said <- tryCatch(sahafa_run(corpus, "articles", langue = "fr"), error = conditionMessage)
stopifnot(grepl("langue", said))
sahafa_close(corpus)
stopifnot(grepl("NULL", tryCatch(sahafa_run(corpus, "articles"), error = conditionMessage)))
stopifnot("stance" %in% sahafa_analyses()$name, "by" %in% sahafa_options_of("stance")$name)
press <- sahafa_open("cnss", write = TRUE)
counts <- sahafa_ingest(press, bundled)
stopifnot(counts$articles > 100)
by_lang <- sahafa_run(press, "stance", by = "lang", per = "frame", voice = "all")
stopifnot(setequal(by_lang$group, c("fr", "ar")), any(!is.na(by_lang$ci_low)), by_lang$ci_low <= by_lang$ci_high | is.na(by_lang$ci_low))
for (lang in c("fr", "ar")) {
  behind <- sahafa_run(press, "stance", by = "lang", lang = lang, evidence = "-")
  stopifnot(nrow(behind) > 0, behind$lang == lang, nchar(behind$sentence) > 0, validUTF8(behind$sentence))
}
stopifnot(grepl("[\u0600-\u06ff]", behind$sentence))
trend <- sahafa_run(press, "trend", query = "تسريب OR fuite", plot = "trend.svg")
stopifnot(nrow(trend) > 0, grepl("<svg", paste(readLines("trend.svg", warn = FALSE), collapse = "")))
claims <- sahafa_run(press, "claims", lang = "ar")
pdf("frames.pdf")
barplot(table(claims$frame), las = 2)
invisible(dev.off())
stopifnot(file.size("frames.pdf") > 1000)
dry <- sahafa_ingest(press, "a.txt", dry_run = TRUE)
stopifnot(dry$reader == "text", dry$articles == 1)
cat("all good\n")
"""
TEXTS = {
    "a.txt": "Titre : La Caisse répond\nMédia : Le Desk\n\nSelon le syndicat, la CNSS a laissé ses serveurs sans protection.\n",
    "b.txt": "العنوان: النقابة تحمّل الصندوق المسؤولية\nالمصدر: لكم\n\nقالت النقابة إن الإدارة لم تحم معطيات المنخرطين في الصندوق.\n",
}


class RPackage(unittest.TestCase):
    def test_package_installs_and_gives_data_frames(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            self.run_ok("cmake", "--install", BUILD, "--prefix", folder / "prefix")
            package = shutil.copytree(SOURCE / "notebooks" / "r", folder / "package")
            (folder / "library").mkdir()
            libraries = next((folder / "prefix").rglob("libsahafa.so")).parent
            environment = {**os.environ, "PKG_CONFIG_PATH": str(libraries / "pkgconfig"), "LD_LIBRARY_PATH": str(libraries),
                           "R_LIBS": str(folder / "library"), "LC_ALL": "C.UTF-8"}
            # The build was configured for another place; pkg-config can be told.
            (folder / "package/src/Makevars").write_text((package / "src/Makevars").read_text().replace("pkg-config", "pkg-config --define-prefix"))
            self.run_ok("R", "CMD", "INSTALL", "--no-docs", package, env=environment)
            for file, text in TEXTS.items():
                (folder / file).write_text(text, encoding="utf-8")
            bundled = f'bundled <- "{(SOURCE / "corpus" / "cnss").resolve()}"\n'
            (folder / "script.R").write_text(bundled + SCRIPT, encoding="utf-8")
            self.assertIn("all good", self.run_ok("Rscript", "--vanilla", "script.R", env=environment, cwd=folder))

    def run_ok(self, *command, **more):
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, **more)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout


if __name__ == "__main__":
    if shutil.which("R") is None:
        print("needs R (Debian package r-base-core)")
        sys.exit(SKIPPED)
    unittest.main()
