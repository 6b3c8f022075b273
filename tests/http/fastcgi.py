"""A bare FastCGI client, for what nginx would never send."""

import socket
import struct

BEGIN, ABORT, END, PARAMS, STDIN, STDOUT, STDERR = 1, 2, 3, 4, 5, 6, 7


def record(kind, content=b"", request=1):
    return struct.pack(">BBHHBB", 1, kind, request, len(content), 0, 0) + content


def pair(name, value):
    name, value = name.encode(), value.encode()
    lengths = b"".join(struct.pack(">B", n) if n < 128 else struct.pack(">I", n | 1 << 31) for n in (len(name), len(value)))
    return lengths + name + value


def begin():
    return record(BEGIN, struct.pack(">HB5x", 1, 0))


def request(parameters, body=b""):
    """The bytes of a whole request; parameters is a list of pairs, so that one may come twice."""
    return (begin() + record(PARAMS, b"".join(pair(*one) for one in parameters)) + record(PARAMS) +
            (record(STDIN, body) if body else b"") + record(STDIN))


def talk(path, data, half=False):
    """Send bytes to a socket and give what came on STDOUT; half: end our side after them."""
    out = b""
    with socket.socket(socket.AF_UNIX) as peer:
        peer.settimeout(20)
        peer.connect(path)
        peer.sendall(data)
        if half:
            peer.shutdown(socket.SHUT_WR)
        stream = peer.makefile("rb")
        while head := stream.read(8):
            _, kind, _, length, padding, _ = struct.unpack(">BBHHBB", head)
            content = stream.read(length + padding)[:length]
            if kind == STDOUT:
                out += content
            if kind == END:
                break
    return out.decode()


def status(answer):
    """The status of an answer: 200 where no header says otherwise."""
    for line in answer.split("\r\n\r\n")[0].splitlines():
        if line.lower().startswith("status:"):
            return int(line.split()[1])
    return 200 if answer else None
