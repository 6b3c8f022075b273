"""A program of ours on a socket of its own, asked without nginx: to record, count and time what one worker does."""

import os
import signal
import socket
import struct
import subprocess
import time

BEGIN, END, PARAMS, STDIN, STDOUT = 1, 3, 4, 5, 6
TIMEOUT_S = 60  # under callgrind a first answer takes seconds


def record(kind, content):
    return struct.pack("!BBHHBB", 1, kind, 1, len(content), 0, 0) + content


def pair(name, value):
    name, value = name.encode(), value.encode()
    return b"".join(struct.pack("!B", len(x)) if len(x) < 128 else struct.pack("!I", len(x) | 1 << 31) for x in (name, value)) + name + value


class Answer:
    def __init__(self, raw):
        head, _, self.body = raw.partition(b"\r\n\r\n")
        lines = [line.partition(": ") for line in head.decode().split("\r\n")]
        self.headers = {name.lower(): value for name, _, value in lines}
        self.status = int(self.headers.get("status", "200")[:3])


class Worker:
    """command with a listening socket as descriptor 0; count processes of it share the socket."""

    def __init__(self, path, command, log, count=1):
        self.path = str(path)
        if os.path.exists(self.path):
            os.unlink(self.path)
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(self.path)
        self.listener.listen(128)
        self.processes = [
            subprocess.Popen([str(word) for word in command], stdin=self.listener, stdout=log, stderr=log) for _ in range(count)
        ]

    @property
    def pids(self):
        return [process.pid for process in self.processes]

    def ask(self, path, params, body=b""):
        """One request, answered."""
        if any(process.poll() is not None for process in self.processes):
            raise RuntimeError(f"{self.path}: the program has ended")
        given = {"REQUEST_METHOD": "POST" if body else "GET", "REQUEST_URI": path, "CONTENT_LENGTH": str(len(body)) if body else "",
                 "CONTENT_TYPE": "application/x-www-form-urlencoded" if body else "", "REMOTE_ADDR": "127.0.0.1", **params}
        out = b""
        with socket.socket(socket.AF_UNIX) as peer:
            peer.settimeout(TIMEOUT_S)
            peer.connect(self.path)
            peer.sendall(record(BEGIN, struct.pack("!HB5x", 1, 0)) + record(PARAMS, b"".join(pair(*item) for item in given.items())) +
                         record(PARAMS, b"") + (record(STDIN, body) if body else b"") + record(STDIN, b""))
            stream = peer.makefile("rb")
            while True:
                head = stream.read(8)
                if len(head) < 8:
                    raise RuntimeError(f"{path}: the program closed the connection")
                _, kind, _, length, padding, _ = struct.unpack("!BBHHBB", head)
                content = stream.read(length + padding)[:length]
                if kind == STDOUT:
                    out += content
                elif kind == END:
                    return Answer(out)

    def stop(self):
        for process in self.processes:
            process.send_signal(signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.listener.close()
        os.unlink(self.path)


def milliseconds_to_first_answer(path, command, log, uri, params):
    start = time.monotonic()
    worker = Worker(path, command, log)
    try:
        answer = worker.ask(uri, params)
        took = (time.monotonic() - start) * 1000
        if answer.status != 200:
            raise RuntimeError(f"{uri}: {answer.status} from a new worker")
        return took
    finally:
        worker.stop()
