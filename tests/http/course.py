"""Courses made for one test each, in the database, and people at the first address."""

import concurrent.futures
import contextlib
import itertools
import subprocess
import time

import walk
from samspil import Client

NUMBER = itertools.count(1)
TEAM = [("psy.eva", "psychologist"), ("fys.pia", "physiotherapist"), ("spl.nils", "nurse")]


def person(stack, uid):
    """A client of that person, signed in."""
    client = Client(stack.urls[0])
    page = client.sign_in(uid, stack.users[uid]["password"])
    assert page.status == 200 and page.all(f"/p:page/p:user[@uid = '{uid}']"), page.text
    return client


def insert(stack, statement):
    """The new row's id."""
    return stack.sql(statement + "; SELECT LAST_INSERT_ID()")[0][0]


def new_course(stack, state="assessment", team=(), caseworker="mads.sb", department="jobcenter", frame=1, name=None):
    """A citizen with a course, and an open contact for each (uid, role) of team.  Its id."""
    cpr = walk.new_cpr(stack)
    name = name or f"Prøve Forløb {next(NUMBER)}"
    citizen = insert(stack, "INSERT INTO citizen (name, birth_date, department_id, changed_by)"
                     f" VALUES ('{name}', '19{cpr[4:6]}-{cpr[2:4]}-{cpr[0:2]}', '{department}', '{caseworker}')")
    stack.sql(f"INSERT INTO citizen_cpr (citizen_id, cpr, changed_by) VALUES ({citizen}, '{cpr}', '{caseworker}')")
    course = insert(stack, "INSERT INTO course (citizen_id, frame_id, department_id, caseworker_uid, state, opened_on, changed_by)"
                    f" VALUES ({citizen}, {frame}, '{department}', '{caseworker}', '{state}', CURRENT_DATE - INTERVAL 30 DAY, '{caseworker}')")
    for uid, role in team:
        stack.sql("INSERT INTO course_contact (course_id, uid, role, from_on, changed_by)"
                  f" VALUES ({course}, '{uid}', '{role}', CURRENT_DATE - INTERVAL 20 DAY, '{caseworker}')")
    return course


def citizen_of(stack, course):
    """(id, CPR number, name)"""
    return stack.sql("SELECT z.id, p.cpr, z.name FROM course c JOIN citizen z ON z.id = c.citizen_id JOIN citizen_cpr p ON p.citizen_id = z.id"
                     f" WHERE c.id = {course}")[0]


def new_plan(stack, course, version=1, state="agreed"):
    agreed = "'agreed', CURRENT_DATE" if state == "agreed" else "NULL, NULL"
    return insert(stack, "INSERT INTO plan (course_id, version, state, agreement, agreed_on, changed_by)"
                  f" VALUES ({course}, {version}, '{state}', {agreed}, 'mads.sb')")


def new_intervention(stack, course, plan, provider="vh.bent", state="running", title="Mentorstøtte"):
    return insert(stack, "INSERT INTO intervention (course_id, plan_id, title, provider_uid, goal, state, starts_on, first_measurement_on,"
                  f" ordered_on, started_on, ended_on, changed_by) VALUES ({course}, {plan}, '{title}', '{provider}', 'Kommer af sted', '{state}',"
                  " CURRENT_DATE - INTERVAL 10 DAY, CURRENT_DATE - INTERVAL 3 DAY, IF('" + state + "' = 'proposed', NULL, CURRENT_DATE - INTERVAL 12 DAY),"
                  " IF('" + state + "' IN ('running', 'completed', 'stopped'), CURRENT_DATE - INTERVAL 9 DAY, NULL),"
                  " IF('" + state + "' IN ('completed', 'stopped', 'declined', 'withdrawn'), CURRENT_DATE, NULL),"
                  " 'mads.sb')")


def signed_notes(stack, course, missing=()):
    """A signed note of each profession that the conference waits for, but for the missing ones."""
    for uid, profession in [("mads.sb", "caseworker"), *TEAM]:
        if profession not in missing:
            stack.sql("INSERT INTO professional_note (course_id, uid, profession, state, limitation, signed_at, changed_by)"
                      f" VALUES ({course}, '{uid}', '{profession}', 'signed', 'Set', CURRENT_TIMESTAMP, '{uid}')")


def state_of(stack, table, row):
    return stack.sql(f"SELECT state FROM {table} WHERE id = {row}")[0][0]


def now(stack):
    """A moment at which everything that is there now can be seen."""
    return stack.sql("SELECT DATE_FORMAT(UTC_TIMESTAMP() + INTERVAL 1 SECOND, '%Y-%m-%dT%H:%i:%sZ')")[0][0]


@contextlib.contextmanager
def held(stack, lock):
    """Somebody else changes what is locked: held's statements are run in a transaction that ends with the block."""
    client = subprocess.Popen(["mariadb", "--no-defaults", "--socket", stack.folder + "/run/mariadb.sock", "--batch", "--skip-column-names",
                               "--unbuffered", "samspil"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(statements):
        client.stdin.write(statements + "; SELECT 'done';\n")
        client.stdin.flush()
        while client.stdout.readline() not in ("done\n", ""):
            pass

    run(f"START TRANSACTION; {lock}")
    try:
        yield run
    finally:
        client.communicate("COMMIT;\n")
    assert client.returncode == 0


def until_waiting(stack, count):
    for _ in range(18):
        if stack.sql("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'") == [[str(count)]]:
            return
        time.sleep(0.15)  # the table is made anew only when nobody has read it for a tenth of a second
    raise AssertionError(f"{count} do not wait")


def send_pairs_together(stack, lock, requests):
    """The answers to requests of (client, path, pairs): what all wait for is let go when all have begun, in this order."""
    with concurrent.futures.ThreadPoolExecutor() as pool:
        with held(stack, lock):
            sent = []
            for client, path, pairs in requests:
                sent.append(pool.submit(client.send, path, pairs))
                until_waiting(stack, len(sent))
        return [one.result() for one in sent]


def at_once(requests):
    """The answers to requests of (client, path, pairs), sent at the same moment."""
    with concurrent.futures.ThreadPoolExecutor() as pool:
        return list(pool.map(lambda one: one[0].send(one[1], one[2]), requests))


def send_together(stack, lock, requests):
    """The same for (client, form, fields[, submit])."""
    return send_pairs_together(stack, lock, [(client, form.get("action"), client.fill(form, fields, *submit)) for client, form, fields, *submit in requests])


def meanwhile(stack, course, requests):
    """send_together of requests that each change the course."""
    return send_together(stack, f"SELECT id FROM course WHERE id = {course} FOR UPDATE", requests)
