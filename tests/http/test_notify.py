"""samspil-notify with a real relay: who gets a mail, what it says, what becomes of a refused one, and that nothing is lost while the relay is away."""

import contextlib
import email
import email.policy
import glob
import os
import re
import signal
import socket
import subprocess
import time

import course as c
import pytest
import samspil

SINK = os.path.join(samspil.TOP, "conf/demo.d/smtpsink.py")
TODAY = "CURRENT_DATE"


def free_port():
    with contextlib.closing(socket.socket()) as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Post:
    """A relay of the test's own, and samspil-notify with a configuration that leads to it."""

    def __init__(self, stack, folder):
        self.stack, self.folder, self.port, self.sink = stack, str(folder), free_port(), None
        self.options = {"relay": f"127.0.0.1:{self.port}", "starttls": "no", "from": "samspil@kommune.example", "link": "https://samspil.kommune.example/x"}

    def start(self, *certificate):
        self.sink = subprocess.Popen(["/usr/bin/python3", SINK, str(self.port), self.folder + "/mails", *certificate], stdout=subprocess.PIPE, text=True)
        assert self.sink.stdout.readline() == "ready\n"

    def stop(self):
        if self.sink is not None:
            self.sink.terminate()
            self.sink.communicate()
            self.sink = None

    def config(self, **options):
        with open(glob.glob(self.stack.folder + "/conf/samspil-root.conf")[0]) as file:
            text = file.read()
        for key, value in {**self.options, **options}.items():
            text = re.sub(rf"(?m)(?<=^){key} =.*$" if key != "ca-file" else r"(?m)(?<=starttls = yes\n)(?:#.*\n)*ca-file =.*$", f"{key} = {value}", text, count=1)
        path = self.folder + "/samspil.conf"
        with open(path, "w") as file:
            file.write(text.replace("db-%s.secret", self.stack.folder + "/conf/db-%s.secret").replace("= ldap.secret", "= " + self.stack.folder + "/conf/ldap.secret")
                       .replace("= edge.secret", "= " + self.stack.folder + "/conf/edge.secret"))
        return path

    def run(self, tool="notify", *words, **options):
        done = subprocess.run([f"{self.stack.folder}/installed/sbin/samspil-{tool}", "--config", self.config(**options), *(["--all"] if tool == "notify" else []), *words], capture_output=True, text=True,
                              timeout=60, check=False)
        assert "ERROR: " not in done.stderr, done.stderr
        return done.returncode, done.stdout + done.stderr

    def mails(self):
        """Those that came since the last time."""
        found = []
        for name in sorted(glob.glob(self.folder + "/mails/*.eml")):
            with open(name, "rb") as file:
                found.append(email.message_from_binary_file(file, policy=email.policy.default))
            os.rename(name, name + ".seen")
        return found


@pytest.fixture
def post(stack, tmp_path):
    """Nobody waits for a mail, and everything that is due was said."""
    made = Post(stack, tmp_path)
    made.run()
    stack.sql("DELETE FROM outbox; UPDATE message SET read_at = CURRENT_TIMESTAMP WHERE read_at IS NULL")
    yield made
    made.stop()


def tell(stack, *uids):
    """A message to each, as from a program."""
    course = stack.sql("SELECT MIN(id) FROM course")[0][0]
    for uid in uids:
        stack.sql(f"INSERT INTO message (course_id, from_uid, to_uid, kind, subject, text, path, changed_by)"
                  f" VALUES ({course}, 'mads.sb', '{uid}', 'written', 'KANARIE', 'KANARIE', '/messages', 'mads.sb'); INSERT INTO outbox (uid) VALUES ('{uid}')")


def due_again(stack):
    stack.sql("UPDATE outbox SET try_at = NOW() WHERE sent_at IS NULL")


def outbox(stack, uid):
    return stack.sql(f"SELECT sent_at IS NOT NULL, given_up, tries, COALESCE(error, '') FROM outbox WHERE uid = '{uid}' ORDER BY id")


def give_address(stack, uid, address):
    value = "NULL" if address is None else f"'{address}'"
    stack.sql(f"UPDATE staff SET email = {value}, active = TRUE WHERE uid = '{uid}'")


def test_one_mail_a_person_and_hour_that_says_nothing(stack, post):
    give_address(stack, "fys.pia", "fys.pia@kommune.example")
    tell(stack, *["fys.pia"] * 5)
    post.start()
    code, said = post.run()
    assert code == 0 and '"sent":1' in said and "kommune.example" not in said
    mail, = post.mails()
    assert mail["X-Receivers"] == "fys.pia@kommune.example; tls=no" and mail["Auto-Submitted"] == "auto-generated" and mail["Date"] and mail["Message-ID"]
    text = mail.get_content()
    assert "https://samspil.kommune.example/x" in text and "venter" in mail["Subject"]
    whole = mail["Subject"] + text
    assert not [w for w in ("KANARIE", "Pia", "Mads", *(r[0] for r in stack.sql("SELECT name FROM citizen LIMIT 50"))) if w in whole]
    tell(stack, "fys.pia")
    assert post.run()[0] == 0 and not post.mails(), "one an hour"
    stack.sql("UPDATE outbox SET sent_at = sent_at - INTERVAL 61 MINUTE WHERE sent_at IS NOT NULL")
    post.run()
    assert len(post.mails()) == 1
    assert {row[0] for row in outbox(stack, "fys.pia")} == {"1"}


def test_who_has_read_it_all_gets_none(stack, post):
    give_address(stack, "psy.eva", "psy.eva@kommune.example")
    tell(stack, "psy.eva")
    stack.sql("UPDATE message SET read_at = CURRENT_TIMESTAMP WHERE to_uid = 'psy.eva'")
    post.start()
    post.run()
    assert not post.mails() and outbox(stack, "psy.eva") == []


def test_refused_for_good_for_now_and_without_address(stack, post):
    give_address(stack, "spl.nils", "reject@kommune.example")
    give_address(stack, "psy.eva", "later@kommune.example")
    give_address(stack, "vh.bent", None)
    give_address(stack, "fys.pia", "fys.pia@kommune.example")
    tell(stack, "spl.nils", "psy.eva", "vh.bent", "fys.pia")
    post.start()
    code, said = post.run()
    assert code == 1 and '"sent":1,"later":1,"given-up":1' in said, said
    assert [m["X-Receivers"].split(";")[0] for m in post.mails()] == ["fys.pia@kommune.example"]
    assert outbox(stack, "spl.nils")[0][:2] == ["0", "1"] and "550" in outbox(stack, "spl.nils")[0][3] and "@" not in outbox(stack, "spl.nils")[0][3]
    assert outbox(stack, "vh.bent")[0] == ["0", "0", "1", "no-address"], "he may have one tomorrow"
    row = outbox(stack, "psy.eva")[0]
    assert row[:3] == ["0", "0", "1"] and "451" in row[3]
    assert stack.sql("SELECT TIMESTAMPDIFF(SECOND, NOW(), try_at) BETWEEN 60 AND 120 FROM outbox WHERE uid = 'psy.eva'") == [["1"]]
    assert post.run()[0] == 0 and outbox(stack, "psy.eva")[0][2] == "1", "not before its time"
    stack.sql("UPDATE outbox SET tries = 9 WHERE uid = 'psy.eva'")
    give_address(stack, "vh.bent", "vh.bent@kommune.example")
    due_again(stack)
    post.run()
    assert [m["X-Receivers"].split(";")[0] for m in post.mails()] == ["vh.bent@kommune.example"]
    assert stack.sql("SELECT TIMESTAMPDIFF(MINUTE, NOW(), try_at) BETWEEN 58 AND 60 FROM outbox WHERE uid = 'psy.eva'") == [["1"]], "ever later, never above an hour"
    stack.sql("UPDATE outbox SET created_at = created_at - INTERVAL 73 HOUR WHERE uid = 'psy.eva'")
    due_again(stack)
    post.run()
    assert outbox(stack, "psy.eva")[0][1] == "1", "given up after three days"
    for uid in ("spl.nils", "psy.eva", "vh.bent"):
        give_address(stack, uid, uid + "@kommune.example")


def test_the_relay_away_for_a_day_loses_nothing_and_floods_nobody(stack, post):
    people = ["fys.pia", "psy.eva", "spl.nils"]
    for uid in people:
        give_address(stack, uid, uid + "@kommune.example")
    for _ in range(4):
        tell(stack, *people)
        due_again(stack)
        code, said = post.run()
        assert code == 1 and '"sent":0' in said and "relay cannot be used" in said, said
        stack.sql("UPDATE outbox SET created_at = created_at - INTERVAL 6 HOUR")
    assert stack.sql("SELECT COUNT(*) FROM outbox WHERE given_up OR sent_at IS NOT NULL") == [["0"]]
    due_again(stack)
    post.start()
    assert post.run()[0] == 0
    assert sorted(m["X-Receivers"].split("@")[0] for m in post.mails()) == sorted(people), "one for each, however much waits"
    assert post.run()[0] == 0 and not post.mails()


def make_certificate(folder, name, host):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=" + host,
                    "-addext", "subjectAltName=DNS:" + host, "-keyout", f"{folder}/{name}.key", "-out", f"{folder}/{name}.crt"], check=True, capture_output=True)
    return f"{folder}/{name}.crt", f"{folder}/{name}.key"


def test_encrypted_and_verified_or_not_at_all(stack, post):
    give_address(stack, "fys.pia", "fys.pia@kommune.example")
    tell(stack, "fys.pia")
    certificate, key = make_certificate(post.folder, "relay", "localhost")
    other, _ = make_certificate(post.folder, "other", "localhost")
    safe = {"relay": f"localhost:{post.port}", "starttls": "yes"}
    post.start(certificate, key)
    for authority, fine in ((other, False), (certificate, True)):
        due_again(stack)
        code, said = post.run("notify", **safe, **{"ca-file": authority})
        assert (code == 0, len(post.mails())) == (fine, fine), said
    stack.sql("UPDATE outbox SET sent_at = NULL, try_at = NOW()")
    post.stop()
    post.start()
    assert post.run("notify", **safe, **{"ca-file": certificate})[0] == 1 and not post.mails(), "a relay without STARTTLS gets nothing"
    assert post.run("notify", relay="mail.kommune.example:25")[0] == 1, "nor one far away in the clear"


def test_check_knows_the_relay(stack, post):
    post.start()
    assert f"ok mail: 127.0.0.1:{post.port} answers" in post.run("check")[1]
    post.stop()
    assert f"FAULT mail: 127.0.0.1:{post.port}: " in post.run("check")[1]


def test_what_is_due_is_said_once(stack, post):
    course = c.new_course(stack, "active", team=[("psy.eva", "psychologist")])
    plan = c.new_plan(stack, course)
    c.new_intervention(stack, course, plan, "vh.bent")  # its first measurement was due three days ago
    ordered = c.new_intervention(stack, course, plan, "fys.pia", "ordered")
    fresh = c.new_intervention(stack, course, plan, "fys.pia", "ordered", "Ny")
    stack.sql(f"UPDATE intervention SET ordered_on = {TODAY} - INTERVAL 2 DAY WHERE id = {fresh}")
    stack.sql("INSERT INTO message (course_id, from_uid, to_uid, kind, subject, text, path, sent_at, wants_receipt, changed_by)"
              f" VALUES ({course}, 'mads.sb', 'psy.eva', 'written', 'Kvittér', 'x', '/messages', NOW() - INTERVAL 15 DAY, TRUE, 'mads.sb')")
    paused = c.new_course(stack, "paused")
    c.new_intervention(stack, paused, c.new_plan(stack, paused), "vh.bent")
    post.start()
    post.run()
    assert not post.mails(), "what waited before comes first"
    said = f"SELECT to_uid, kind, from_uid IS NULL, changed_by FROM message WHERE course_id IN ({course}, {paused}) AND kind LIKE 'remind-%' ORDER BY kind"
    assert stack.sql(said) == [["vh.bent", "remind-measurement", "1", "samspil"], ["fys.pia", "remind-order", "1", "samspil"], ["psy.eva", "remind-receipt", "1", "samspil"]]
    assert stack.sql(f"SELECT intervention_id, path FROM message WHERE course_id = {course} AND kind = 'remind-order'") == [[ordered, f"/plan/interventions/{ordered}"]]
    post.run()
    assert len(stack.sql(said)) == 3 and post.mails()
    pia = c.person(stack, "fys.pia")
    row = pia.get("/messages").one(f"//p:letter[@kind='remind-order'][@course='{course}']")
    assert row.get("sender-name") == "Samspil" and row.get("intervention") == "Mentorstøtte"


def test_two_at_once_send_each_mail_once(stack, post):
    people = ["mads.sb", "sofie.sb", "tl.karla", "psy.eva", "spl.nils", "fys.pia"]
    for uid in people:
        give_address(stack, uid, uid + "@kommune.example")
    post.start()
    for _ in range(3):
        stack.sql("DELETE FROM outbox")
        tell(stack, *people)
        command = [f"{stack.folder}/installed/sbin/samspil-notify", "--config", post.config()]
        both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        said = [one.communicate(timeout=60)[1] for one in both]
        assert [one.returncode for one in both] == [0, 0], said
        assert sorted(mail["To"] for mail in post.mails()) == sorted(uid + "@kommune.example" for uid in people)


def test_it_goes_on_until_it_is_told_to_end(stack, post):
    give_address(stack, "fys.pia", "fys.pia@kommune.example")
    tell(stack, "fys.pia")
    post.start()
    process = subprocess.Popen([f"{stack.folder}/installed/sbin/samspil-notify", "--config", post.config(), "--every", "3600"], stderr=subprocess.PIPE, text=True)
    for _ in range(100):
        if glob.glob(post.folder + "/mails/*.eml"):
            break
        time.sleep(.1)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 0 and len(post.mails()) == 1, said


def test_told_to_end_it_finishes_the_mail_on_its_way(stack, post):
    give_address(stack, "fys.pia", "fys.pia@kommune.example")
    give_address(stack, "psy.eva", "psy.eva@kommune.example")
    tell(stack, "fys.pia", "psy.eva")
    with socket.create_server(("127.0.0.1", post.port)) as relay:
        process = subprocess.Popen([f"{stack.folder}/installed/sbin/samspil-notify", "--config", post.config(), "--once"], stderr=subprocess.PIPE, text=True)
        talk, _ = relay.accept()
        process.send_signal(signal.SIGTERM)
        talk.sendall(b"451 not now\r\n")
        talk.close()
        _, said = process.communicate(timeout=20)
    assert process.returncode == 1, said
    tried = [outbox(stack, uid)[0] for uid in ("fys.pia", "psy.eva")]
    assert sorted(row[2] for row in tried) == ["0", "1"] and all(row[3] for row in tried if row[2] == "1"), "noted, and no other one begun"


@pytest.mark.parametrize("tool, words", [("notify", ["bogus"]), ("notify", ["--every", "x"]), ("notify", ["--once", "--every", "0"]),
                                         ("reporter", ["--every", "x"]), ("reporter", ["--figures"])])
def test_wrong_words_end_with_how_it_is_used(stack, tool, words):
    done = subprocess.run([f"{stack.folder}/installed/sbin/samspil-{tool}", *words], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2 and done.stderr.startswith(f"usage: samspil-{tool}") and "ERROR" not in done.stderr
