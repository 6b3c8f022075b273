"""Documents and clamd: a real one, with a signature of our own; away, silent, and back."""

import os
import re
import socket
import socketserver
import subprocess
import tempfile
import threading
import time

import course as c
import documents as d
import pytest
from samspil import Client

CANARY = b"samspil test signature 3f9a"
BAD = d.PDF + b"% " + CANARY + b"\n%%EOF\n"


class Clamd:
    """clamd in a folder of its own, which knows one signature."""

    def __init__(self, folder):
        self.folder, self.socket, self.process = folder, folder + "/clamd.sock", None
        os.mkdir(folder + "/db")
        with open(folder + "/db/own.ndb", "w", encoding="ascii") as file:
            file.write(f"Samspil.Test.Signature:0:*:{CANARY.hex()}\n")
        with open(folder + "/clamd.conf", "w", encoding="ascii") as file:
            file.write(f"LocalSocket {self.socket}\nDatabaseDirectory {folder}/db\nForeground yes\nLogFile {folder}/clamd.log\nStreamMaxLength 20M\n"
                       "FixStaleSocket yes\nConcurrentDatabaseReload no\n")

    def start(self):
        self.process = subprocess.Popen(["/usr/sbin/clamd", "--config-file", self.folder + "/clamd.conf"], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        for _ in range(200):
            try:
                with socket.socket(socket.AF_UNIX) as asked:
                    asked.connect(self.socket)
                    asked.sendall(b"zPING\0")
                    if asked.recv(5) == b"PONG\0":
                        return
            except OSError:
                time.sleep(0.05)
        raise AssertionError(open(self.folder + "/clamd.log", encoding="utf-8").read())

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            self.process.wait(20)
        self.process = None


@pytest.fixture(scope="module")
def clamd(stack):
    """The second prefix has a clamd for as long; the first one has none."""
    conf = stack.folder + "/conf/samspil-samspil.conf"
    with open(conf, encoding="utf-8") as file:
        was = file.read()
    # clamd may have become another user: the folder is for all.
    with tempfile.TemporaryDirectory(prefix="samspil-clamd-") as folder:
        os.chmod(folder, 0o755)
        clamd = Clamd(folder)
        with open(conf, "w", encoding="utf-8") as file:
            file.write(re.sub(r"(?m)^socket =.*\ntimeout-ms =.*", f"socket = {clamd.socket}\ntimeout-ms = 1500", was))
        stack.stop("plan@samspil")
        stack.start("plan@samspil")
        clamd.start()
        yield clamd
        clamd.stop()
    with open(conf, "w", encoding="utf-8") as file:
        file.write(was)
    stack.stop("plan@samspil")
    stack.start("plan@samspil")


@pytest.fixture(scope="module")
def mads(stack):
    client = Client(stack.urls[1])
    client.sign_in("mads.sb", stack.users["mads.sb"]["password"])
    return client


def upload(who, course, *files):
    who.get(f"/plan/{course}/documents")
    return who.submit("document", {"document-kind": "letter"}, submit="file", files={"files": [(name, "", bytes_) for name, bytes_ in files]})


def scans(stack, course):
    return [row[0] for row in stack.sql(f"SELECT scan FROM document WHERE course_id = {course} ORDER BY id")]


def scan(stack, *words):
    """samspil-scan as the second prefix is configured."""
    done = subprocess.run([stack.folder + "/installed/sbin/samspil-scan", "--config", stack.folder + "/conf/samspil-samspil.conf", *words],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL)
    return done.returncode, done.stderr


def test_clean_ones_are_taken_and_infected_ones_refused(stack, mads, clamd):
    course = c.new_course(stack)
    large = d.PDF + b"%" * (9 * 1024 * 1024) + b"\n%%EOF\n"
    assert upload(mads, course, ("brev.pdf", d.PDF), ("stor.pdf", large)).notices() == ["documents-filed"]
    assert scans(stack, course) == ["clean", "clean"]
    page = upload(mads, course, ("note.txt", b"Hej\n"), ("svar.pdf", BAD))
    told = page.one("//p:refused-file")
    assert page.status == 422 and (told.get("name"), told.get("why"), told.get("found")) == ("svar.pdf", "file-infected", "Samspil.Test.Signature.UNOFFICIAL")
    assert scans(stack, course) == ["clean", "clean"]


def test_what_could_not_be_looked_at_waits_and_is_looked_at_later(stack, mads, clamd):
    course = c.new_course(stack)
    clamd.stop()
    assert upload(mads, course, ("brev.pdf", d.PDF), ("svar.pdf", BAD)).notices() == ["documents-filed"]
    assert scans(stack, course) == ["waiting", "waiting"] and scan(stack)[0] == 1
    good, bad = (row[0] for row in stack.sql(f"SELECT id FROM document WHERE course_id = {course} ORDER BY id"))
    page = mads.get(f"/plan/{course}/documents")
    assert not page.all("//p:case-document/@file") and {row.get("scan") for row in page.all("//p:case-document")} == {"waiting"}
    refused = mads.send(f"/plan/documents/{good}/file")
    assert refused.status == 403 and refused.one("//p:error").get("key") == "document-waiting"
    clamd.start()
    assert scan(stack)[0] == 0 and scans(stack, course) == ["clean", "infected"]
    assert mads.send(f"/plan/documents/{good}/file").body == d.PDF
    refused = mads.send(f"/plan/documents/{bad}/file")
    assert refused.status == 403 and refused.one("//p:error").get("key") == "document-infected"
    assert stack.sql(f"SELECT kind, to_uid, path FROM message WHERE course_id = {course}") == [["document-infected", "mads.sb", f"/plan/{course}/documents/{bad}"]]
    assert mads.get(f"/plan/{course}/documents/{bad}").one("//p:case-document").get("scan-found") == "Samspil.Test.Signature.UNOFFICIAL"
    # Once is enough.
    assert scan(stack)[0] == 0 and stack.sql(f"SELECT COUNT(*) FROM message WHERE course_id = {course}") == [["1"]]


def test_a_silent_clamd_holds_nobody_up(stack, mads, clamd):
    course = c.new_course(stack)
    clamd.stop()
    with socket.socket(socket.AF_UNIX) as silent:
        if os.path.exists(clamd.socket):
            os.unlink(clamd.socket)
        silent.bind(clamd.socket)
        os.chmod(clamd.socket, 0o666)
        silent.listen(16)
        # Three files have the time of one.
        page = upload(mads, course, ("a.txt", b"a\n"), ("b.txt", b"b\n"), ("c.txt", b"c\n"))
        assert page.notices() == ["documents-filed"] and scans(stack, course) == ["waiting"] * 3
    os.unlink(clamd.socket)
    clamd.start()
    assert scan(stack)[0] == 0 and scans(stack, course) == ["clean"] * 3


def test_while_clamd_is_asked_no_row_is_held(stack, mads, clamd):
    """The session's least of all: others of the same browser would wait for it."""
    course = c.new_course(stack)
    clamd.stop()
    with socket.socket(socket.AF_UNIX) as silent:
        if os.path.exists(clamd.socket):
            os.unlink(clamd.socket)
        silent.bind(clamd.socket)
        os.chmod(clamd.socket, 0o666)
        silent.listen(16)
        mads.get(f"/plan/{course}/documents")
        stack.sql("UPDATE session SET seen_at = NOW() - INTERVAL 2 MINUTE WHERE uid = 'mads.sb' AND ended_at IS NULL")
        pages = []
        sending = threading.Thread(target=lambda: pages.append(mads.submit("document", {"document-kind": "letter"}, submit="file", files={"files": [("a.txt", "", b"held\n")]})))
        sending.start()
        asked = silent.accept()[0]
        stack.sql("SET innodb_lock_wait_timeout = 0; UPDATE session SET seen_at = NOW() - INTERVAL 90 SECOND WHERE uid = 'mads.sb' AND ended_at IS NULL")
        sending.join()
        asked.close()
    assert pages[0].notices() == ["document-filed"] and scans(stack, course) == ["waiting"]
    os.unlink(clamd.socket)
    clamd.start()
    assert scan(stack)[0] == 0 and scans(stack, course) == ["clean"]


class Partial(socketserver.StreamRequestHandler):
    """A clamd that can say nothing about what is marked."""

    def handle(self):
        word, bytes_ = b"", b""
        while not word.endswith(b"\0"):
            word += self.rfile.read(1)
        if word == b"zPING\0":
            self.wfile.write(b"PONG\0")
            return
        while (size := int.from_bytes(self.rfile.read(4), "big")) > 0:
            bytes_ += self.rfile.read(size)
        self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0" if b"marked" in bytes_ else b"stream: OK\0")


def test_one_that_cannot_be_looked_at_keeps_none_from_it(stack, mads, clamd):
    course = c.new_course(stack)
    clamd.stop()
    upload(mads, course, ("a.txt", b"marked\n"), ("b.txt", b"b\n"))
    if os.path.exists(clamd.socket):
        os.unlink(clamd.socket)
    with socketserver.ThreadingUnixStreamServer(clamd.socket, Partial) as partial:
        os.chmod(clamd.socket, 0o666)
        threading.Thread(target=partial.serve_forever, daemon=True).start()
        code, said = scan(stack)
        partial.shutdown()
    assert code == 0 and '"put-off":1' in said and scans(stack, course) == ["waiting", "clean"]
    os.unlink(clamd.socket)
    clamd.start()
    assert scan(stack)[0] == 0 and scans(stack, course) == ["clean"] * 2


def test_what_is_known_later_is_found_in_what_was_clean(stack, mads, clamd):
    course = c.new_course(stack)
    assert upload(mads, course, ("brev.txt", b"later known 77aa\n")).notices() == ["document-filed"] and scans(stack, course) == ["clean"]
    clamd.stop()
    with open(clamd.folder + "/db/own.ndb", "a", encoding="ascii") as file:
        file.write(f"Samspil.Test.Later:0:*:{b'later known 77aa'.hex()}\n")
    clamd.start()
    assert scan(stack)[0] == 0 and scans(stack, course) == ["clean"]
    assert scan(stack, "--all")[0] == 0 and scans(stack, course) == ["infected"]


def test_the_tools_know_of_it(stack, clamd):
    assert scan(stack, "--never")[0] == 2
    checked = subprocess.run([stack.folder + "/installed/sbin/samspil-check", "--config", stack.folder + "/conf/samspil-samspil.conf"],
                             stdout=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL).stdout
    assert f"ok scan: clamd answers at {clamd.socket}\n" in checked
