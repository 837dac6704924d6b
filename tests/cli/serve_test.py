"""The web interface over HTTP, as a browser and a script use it: `sahafa serve` on a free port."""
import concurrent.futures
import csv
import http.client
import io
import json
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

from harness import ARABIC, BUNDLED, FRENCH, PROGRAM, CliTest, sahafa, unittest


def children_of(process):
    return subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True).stdout.split()


def alive(processes):
    """Those that still run; one that has ended may wait for whoever adopted it."""
    listed = subprocess.run(["ps", "-o", "pid=,stat=", "-p", ",".join(processes)], capture_output=True, text=True).stdout
    return [line for line in listed.splitlines() if "Z" not in line]


class ServeTest(CliTest):
    def setUp(self):
        super().setUp()
        self.ingest(self.write("in/desk.txt", FRENCH), self.write("in/lakome.txt", ARABIC))

    def start(self, *options):
        process = subprocess.Popen([PROGRAM, "serve", self.corpus, "--port", "0", *options], stderr=subprocess.PIPE, text=True)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        line = process.stderr.readline()
        match = re.search(r"http://\S+:(\d+)/", line)
        self.assertTrue(match, line)
        self.port, self.base = int(match.group(1)), match.group(0).rstrip("/")
        return process

    def start_long_work(self, *options):
        """A server and the address of an analysis that takes it minutes."""
        self.ingest(BUNDLED)
        return self.start(*options), {"by": "genre", "draws": "5000000"}

    def get(self, path, headers=None, **parameters):
        """(status, headers, body) of a GET."""
        query = "?" + urllib.parse.urlencode(parameters) if parameters else ""
        request = urllib.request.Request(self.base + path + query, headers=headers or {})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()

    def run_analysis(self, name, **parameters):
        status, _, body = self.get("/api/analyses/" + name, **parameters)
        self.assertEqual(status, 200, body)
        return json.loads(body)

    def message(self, path, wanted, **parameters):
        status, _, body = self.get(path, **parameters)
        self.assertEqual(status, wanted, body)
        return json.loads(body)["error"]["message"]

    def raw(self, data, wait=10):
        """What comes back for these bytes until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as connection:
            connection.sendall(data)
            answer = b""
            try:
                while piece := connection.recv(65536):
                    answer += piece
            except (ConnectionResetError, TimeoutError):
                pass
            return answer


class Answers(ServeTest):
    def test_the_same_rows_as_the_command_line(self):
        self.start()
        for name, parameters, command in [("search", {"query": "fichiers"}, ["search", self.corpus, "fichiers"]),
                                          ("search", {"query": "تسريب"}, ["search", self.corpus, "تسريب"]),
                                          ("articles", {"lang": "ar"}, ["articles", self.corpus, "--lang", "ar"]),
                                          ("stance", {"by": "lang", "voice": "all"}, ["stance", self.corpus, "--by", "lang", "--voice", "all"])]:
            with self.subTest(name):
                printed = self.ok(*command, "--format", "jsonl").objects()
                self.assertTrue(printed)
                self.assertEqual(self.run_analysis(name, **parameters)["rows"], printed)
                text = self.ok(*command, "--format", "csv").out
                self.assertEqual(self.get("/api/analyses/" + name, format="csv", **parameters)[2].decode(), text)

    def test_a_row_opens_its_sentences(self):
        self.start()
        rows = self.run_analysis("freq", by="lang")["rows"]
        for row in (1, len(rows)):
            opened = self.run_analysis("freq", by="lang", open=row)["rows"]
            self.assertEqual(sum(line["weight"] for line in opened), rows[row - 1]["count"])
            self.assertEqual({line["row"] for line in opened}, {row})
        for wrong in ("0", len(rows) + 1, "-1", "x"):
            self.message("/api/analyses/freq", 400, by="lang", open=wrong)
        self.assertIn("no sentences", self.message("/api/analyses/clusters", 400, open=1))
        self.message("/api/analyses/freq", 400, by="lang", open=1, format="svg")

    def test_csv_for_a_spreadsheet_has_a_mark_and_a_name(self):
        self.start()
        status, headers, body = self.get("/api/analyses/articles", format="csv", bom="yes")
        self.assertEqual(status, 200)
        self.assertEqual(headers["Content-Disposition"], 'attachment; filename="articles.csv"')
        self.assertTrue(body.startswith(b"\xef\xbb\xbf"))
        self.assertEqual(len(list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))), 2)

    def test_the_page_and_its_parts(self):
        self.start()
        for path, kind in [("/", "text/html"), ("/app.js", "text/javascript"), ("/style.css", "text/css"), ("/naskh.woff2", "font/woff2"), ("/icon.svg", "image/svg+xml")]:
            status, headers, body = self.get(path)
            self.assertEqual((status, headers["Content-Type"].split(";")[0]), (200, kind))
            self.assertTrue(body)
            again = self.get(path, headers={"If-None-Match": headers["ETag"]})
            self.assertEqual((again[0], again[2]), (304, b""))

    def test_every_answer_is_guarded(self):
        self.start()
        for path in ("/", "/app.js", "/api/names", "/nothing"):
            headers = self.get(path)[1]
            policy = headers["Content-Security-Policy"]
            self.assertIn("default-src 'none'", policy)
            self.assertNotIn("unsafe", policy)
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")

    def test_head_is_get_without_body(self):
        self.start()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        self.addCleanup(connection.close)
        connection.request("HEAD", "/api/names")
        answer = connection.getresponse()
        self.assertEqual((answer.status, answer.read()), (200, b""))

    def test_openapi_names_what_is_there(self):
        self.start()
        document = json.loads(self.get("/openapi.json")[2])
        for path in document["paths"]:
            if "{" not in path:
                self.assertNotIn(self.get(path)[0], (404, 500), path)


class Refusals(ServeTest):
    def test_bad_requests_say_what_is_wrong(self):
        self.start()
        self.assertIn("nothing to join", self.message("/api/analyses/search", 400, query="(fuite OR"))
        self.assertIn("no parameter colour", self.message("/api/analyses/articles", 400, colour="red"))
        self.assertIn("needs the parameter query", self.message("/api/analyses/search", 400))
        self.assertIn("no analysis", self.message("/api/analyses/nothing", 404))
        self.assertIn("there is nothing here", self.message("/etc/passwd", 404))
        self.assertEqual(self.get("/api/analyses/search?query=a&query=b")[0], 400)
        self.assertEqual(self.get("/api/analyses/search?query=%FF%FE")[0], 400)
        self.assertEqual(self.get("/api/articles/%2e%2e%2fcorpus.db")[0], 404)

    def test_only_reading_is_allowed(self):
        self.start()
        before = {path: path.stat().st_mtime_ns for path in self.corpus.rglob("*") if path.name == "corpus.db"}
        for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
            self.addCleanup(connection.close)
            connection.request(method, "/api/analyses/articles", body=b"x" * 100 if method != "OPTIONS" else None)
            answer = connection.getresponse()
            self.assertEqual((answer.status, answer.getheader("Allow")), (405, "GET, HEAD"), method)
            self.assertIn("read-only", answer.read().decode())
        self.assertEqual(before, {path: path.stat().st_mtime_ns for path in before})

    def test_sizes_are_limited(self):
        self.start()
        self.assertEqual(self.get("/api/analyses/search?query=" + "a" * 9000)[0], 414)
        self.assertIn(b" 413 ", self.raw(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n")[:20])
        self.assertEqual(len(self.run_analysis("articles", rows=1)["rows"]), 1)
        self.assertEqual(self.get("/api/names", headers={"Range": "bytes=" + ",".join(["0-"] * 500)})[0], 400)

    def test_what_is_no_http_harms_nothing(self):
        self.start()
        for data in (b"\0" * 100, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\xff\xfe\r\n\r\n", b"GET /%zz%0a HTTP/1.1\r\nHost: localhost\r\n\r\n",
                     b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 3000 + b"\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n"):
            self.raw(data)
        self.assertEqual(self.get("/")[0], 200)

    def test_a_name_of_another_site_that_points_here_is_refused(self):
        self.start()
        self.assertEqual(self.get("/api/names", headers={"Host": "evil.example"})[0], 421)
        self.assertEqual(self.get("/api/names", headers={"Host": f"localhost:{self.port}"})[0], 200)

    def test_a_query_that_takes_too_long_is_ended(self):
        _, long_work = self.start_long_work("--time-limit", "0.5")
        begun = time.monotonic()
        self.assertIn("takes longer", self.message("/api/analyses/compare", 503, **long_work))
        self.assertLess(time.monotonic() - begun, 10)
        self.assertEqual(self.get("/api/analyses/stats")[0], 200)

    def test_a_query_that_needs_too_much_memory_is_ended(self):
        _, long_work = self.start_long_work("--memory", "64")
        self.assertIn("memory", self.message("/api/analyses/compare", 503, **long_work))
        self.assertEqual(self.get("/api/analyses/stats")[0], 200)

    def test_a_port_that_is_taken_is_said(self):
        self.start()
        done = sahafa("serve", self.corpus, "--port", self.port)
        self.assertEqual(done.code, 2)
        self.assertIn("choose another --port", done.err)

    def test_a_corpus_that_is_not_there_is_said(self):
        done = sahafa("serve", self.folder / "nowhere", "--port", "0")
        self.assertEqual(done.code, 1)
        self.assertIn("no such directory", done.err)


class Clients(ServeTest):
    def test_two_hundred_clients_at_once(self):
        self.start()
        together = threading.Barrier(200)
        words = ["fichiers", "Caisse", "تسريب", "النقابة", "assurés"]

        def ask(number):
            together.wait(30)
            return self.get("/api/analyses/search", query=words[number % 5], offset=number // 20)

        with concurrent.futures.ThreadPoolExecutor(200) as pool:
            answers = list(pool.map(ask, range(200)))
        self.assertEqual({status for status, _, _ in answers}, {200})
        for number, (_, _, body) in enumerate(answers):
            self.assertEqual(json.loads(body)["options"]["query"], words[number % 5])

    def test_clients_that_say_nothing_do_not_keep_others_out(self):
        self.start()
        silent = [socket.create_connection(("127.0.0.1", self.port)) for _ in range(100)]
        begun = time.monotonic()
        self.assertEqual(self.get("/api/names")[0], 200)
        self.assertLess(time.monotonic() - begun, 5)
        for connection in silent:
            connection.close()

    def test_it_reads_while_ingest_writes(self):
        self.start()
        self.assertEqual(self.run_analysis("articles")["total_rows"], 2)
        for number in range(40):
            self.write(f"more/{number}.txt", FRENCH.replace("2025-04-10", f"2025-05-{number % 28 + 1:02}").replace("trois", f"{number} fois trois")
                       .replace("La Caisse affirme", f"Le service numéro {number} affirme"))
        ingest = subprocess.Popen([PROGRAM, "ingest", self.corpus, self.folder / "more", "--quiet"], stdout=subprocess.DEVNULL)
        asked = 0
        while ingest.poll() is None or asked == 0:
            rows = self.run_analysis("search", query="Caisse OR service", limit=1000, copies="all")["total_rows"]
            self.assertGreaterEqual(rows, 1)
            asked += 1
        self.assertEqual(ingest.returncode, 0)
        printed = self.ok("articles", self.corpus, "--format", "jsonl").objects()
        self.assertGreater(len(printed), 2)
        self.assertEqual(self.run_analysis("articles")["rows"], printed)
        self.assertEqual(self.run_analysis("search", query="service", limit=1000, copies="all")["total_rows"], len(printed) - 2)


class Shutdown(ServeTest):
    def test_signals_end_it_cleanly_and_soon(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            process = self.start()
            self.assertEqual(self.get("/")[0], 200)
            begun = time.monotonic()
            process.send_signal(number)
            self.assertEqual(process.wait(10), 0)
            self.assertLess(time.monotonic() - begun, 6)
            self.assertIn("ended", process.stderr.read())
            with self.assertRaises(OSError):
                socket.create_connection(("127.0.0.1", self.port), timeout=1)

    def test_it_ends_while_it_works_and_leaves_no_process(self):
        process, long_work = self.start_long_work()
        answers = []
        thread = threading.Thread(target=lambda: answers.append(self.get("/api/analyses/compare", **long_work)))
        thread.start()
        time.sleep(1)
        child = children_of(process.pid)
        self.assertEqual(len(child), 1)
        grandchild = children_of(child[0])
        self.assertEqual(len(grandchild), 1)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(15), 0)
        thread.join(10)
        self.assertEqual(alive(child + grandchild), [])
        status, _, body = answers[0]
        self.assertEqual((status, "stopped" in json.loads(body)["error"]["message"]), (503, True))

    def test_killed_it_leaves_no_process(self):
        process = self.start()
        child = children_of(process.pid)
        process.kill()
        process.wait()
        time.sleep(0.5)
        self.assertEqual(alive(child), [])


if __name__ == "__main__":
    unittest.main()
