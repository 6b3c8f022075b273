"""Drives Samspil by the page contract: any page as XML, any form by its name."""

import http.cookiejar
import os
import subprocess
import urllib.error
import urllib.parse
import urllib.request

from lxml import etree

from database import Database

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NS = {"p": "urn:samspil:page:1"}


class Stack:
    """The running demo: its addresses and users, its tools, its parts."""

    def __init__(self, folder):
        self.folder = folder
        self.database = Database(folder + "/run/mariadb.sock")
        self.urls, self.users = [], {}
        for line in self.demo("status", check=False).splitlines():
            words = line.split()
            if words[0] == "url":
                self.urls.append(words[1])
            elif words[0] == "user":
                self.users[words[1]] = dict(zip(words[2::2], words[3::2]))

    def demo(self, *words, check=True):
        """conf/demo WORDS: what it printed."""
        done = subprocess.run([os.path.join(TOP, "conf/demo"), words[0], "--dir", self.folder, *words[1:]],
                              stdout=subprocess.PIPE, check=check, text=True, stdin=subprocess.DEVNULL)
        return done.stdout

    def tool(self, *words):
        """samspil-WORDS[0] against the demo, as (exit code, output, errors)."""
        done = subprocess.run([os.path.join(TOP, "conf/demo"), "run", "--dir", self.folder, *words],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL)
        return done.returncode, done.stdout, done.stderr

    def stop(self, part):
        self.demo("stop", part)

    def start(self, part):
        self.demo("start", part)

    def sql(self, statement):
        """The rows of a statement run by the database's administrator, as lists of text (NULL is None)."""
        return self.database.rows(statement)

    def ldap(self, ldif):
        """Change the directory: LDIF of changes, run by its administrator."""
        socket = urllib.parse.quote(self.folder + "/run/ldapi", safe="")
        subprocess.run(["ldapmodify", "-Q", "-Y", "EXTERNAL", "-H", "ldapi://" + socket], input=ldif, text=True, check=True,
                       stdout=subprocess.DEVNULL)

    def log(self, part):
        """All that a part has logged."""
        with open(f"{self.folder}/log/{part}.log", encoding="utf-8") as file:
            return file.read()


class Page:
    """An answer: status, headers, body, and tree when it is XML."""

    def __init__(self, answer):
        self.status, self.headers, self.url = answer.status, answer.headers, answer.url
        self.body = answer.read()
        self.tree = None
        if self.headers.get_content_type() == "application/xml":
            self.tree = etree.fromstring(self.body)

    @property
    def text(self):
        return self.body.decode("utf-8")

    def all(self, path):
        """XPath with p: for the page's elements."""
        return self.tree.xpath(path, namespaces=NS)

    def one(self, path):
        found = self.all(path)
        assert len(found) == 1, f"{path}: {len(found)} on {self.url}\n{self.text}"
        return found[0]

    def form(self, name):
        return self.one(f"//p:form[@name = '{name}']")

    def errors(self):
        """The form errors as {field: key}."""
        return {error.getparent().get("name"): error.get("key") for error in self.all("//p:field/p:error")}

    def notices(self):
        return [notice.get("key") for notice in self.all("/p:page/p:notice")]


BOUNDARY = "----samspil-boundary-7MA4YWxkTrZu0gW"


def multipart(pairs, files):
    """A body as browsers make it."""
    parts = [f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in pairs]
    for field, (name, kind, content) in [(field, one) for field, given in files.items() for one in (given if isinstance(given, list) else [given])]:
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\nContent-Type: {kind}\r\n\r\n'
        parts.append(head.encode() + content + b"\r\n")
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


class Plain(urllib.request.HTTPErrorProcessor):
    """Redirects and errors are answers like any other."""

    def http_response(self, request, response):
        return response


class Client:
    """A browser of one person: get a page, send one of its forms."""

    def __init__(self, url):
        self.url = url
        self.prefix = urllib.parse.urlsplit(url).path
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(Plain, urllib.request.HTTPCookieProcessor(self.cookies),
                                                  urllib.request.ProxyHandler({}))
        self.page = None

    def address(self, path):
        """The whole address of a path of ours, or of a complete one (an href of a page)."""
        if self.prefix and (path == self.prefix or path.startswith(self.prefix + "/")):
            path = path[len(self.prefix):]
        return self.url + path

    def send(self, path, data=None, headers=None, method=None):
        """One request, no redirect followed; data is bytes or pairs."""
        if data is not None and not isinstance(data, bytes):
            data = urllib.parse.urlencode(data).encode()
        request = urllib.request.Request(self.address(path), data=data, method=method,
                                         headers={"Accept": "application/xml", **(headers or {})})
        return Page(self.opener.open(request, timeout=30))

    def get(self, path, **headers):
        """A page; redirects are followed."""
        self.page = self.send(path, headers=headers)
        while self.page.status in (302, 303):
            self.page = self.send(self.page.headers["Location"])
        return self.page

    def html(self, path):
        """A page as browsers see it."""
        return self.send(path, headers={"Accept": "text/html"})

    def fill(self, form, fields, submit=None):
        """What a browser would send for a form of the page: fields replaces what stands in it; a list sends several."""
        known = {field.get("name"): [value.text or "" for value in field.findall("p:value", NS)]
                 for field in form.findall("p:field", NS) if field.get("type") != "file"}
        unknown = set(fields) - set(known)
        assert not unknown, f"form {form.get('name')} has no fields {sorted(unknown)}, only {sorted(known)}"
        pairs = []
        for name in ("token", "once"):
            pairs += [(name, node.text) for node in form.findall("p:" + name, NS)]
        if form.get("revision"):
            pairs.append(("revision", form.get("revision")))
        for name, values in known.items():
            given = fields.get(name, values)
            pairs += [(name, value) for value in (given if isinstance(given, (list, tuple)) else [given]) if value is not None]
        if submit is not None:
            pairs.append(("submit", submit))
        return pairs

    def submit(self, name, fields=None, submit=None, page=None, files=None):
        """
        Send a form of the page (default: the last one that came) and follow to the page that shows the result.
        files: {field: (name, type, bytes)}, or a list of these.
        """
        form = (page or self.page).form(name)
        pairs = self.fill(form, fields or {}, submit)
        if form.get("method") == "get":
            return self.get(form.get("action") + "?" + urllib.parse.urlencode(pairs))
        if form.get("enctype") == "multipart/form-data":
            # A browser sends a field in which no file was chosen, too.
            chosen = {field.get("name"): ("", "application/octet-stream", b"")
                      for field in form.findall("p:field[@type='file']", NS)} | (files or {})
            self.page = self.send(form.get("action"), multipart(pairs, chosen),
                                  {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"})
        else:
            self.page = self.send(form.get("action"), pairs)
        while self.page.status == 303:
            self.page = self.send(self.page.headers["Location"])
        return self.page

    def sign_in(self, uid, password):
        self.get("/sign-in")
        return self.submit("sign-in", {"username": uid, "password": password})
