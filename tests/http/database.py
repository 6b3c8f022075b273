"""
A connection of the database's administrator that stays open: a client started for each statement takes longer than all the rest of most tests.
"""

import ctypes
import threading

CHARSET, MULTI_STATEMENTS = 7, 1 << 16
NO_MORE = -1

lib = ctypes.CDLL("libmariadb.so.3")
for name, result, arguments in (
        ("init", "P", "P"), ("options", "i", "Pis"), ("real_connect", "P", "PssssisL"), ("close", None, "P"), ("ping", "i", "P"),
        ("reset_connection", "i", "P"), ("real_query", "i", "PsL"), ("next_result", "i", "P"), ("store_result", "P", "P"),
        ("num_fields", "i", "P"), ("fetch_row", "R", "P"), ("fetch_lengths", "N", "P"), ("free_result", None, "P"), ("error", "s", "P")):
    kinds = {"P": ctypes.c_void_p, "i": ctypes.c_int, "s": ctypes.c_char_p, "L": ctypes.c_ulong, "R": ctypes.POINTER(ctypes.c_void_p),
             "N": ctypes.POINTER(ctypes.c_ulong)}
    function = getattr(lib, "mysql_" + name)
    function.restype = kinds.get(result)
    function.argtypes = [kinds[kind] for kind in arguments]


class Database:
    """rows(): each call finds a connection as if it were new, whatever the last one set, began or locked; each thread has its own."""

    def __init__(self, socket):
        self.socket = socket
        self.local = threading.local()

    def connection(self):
        held = getattr(self.local, "held", None)
        if held and lib.mysql_ping(held) == 0:
            return held
        if held:
            lib.mysql_close(held)
        self.local.held = held = lib.mysql_init(None)
        lib.mysql_options(held, CHARSET, b"utf8mb4")
        if not lib.mysql_real_connect(held, None, None, None, b"samspil", 0, self.socket.encode(), MULTI_STATEMENTS):
            self.fail(held)
        return held

    def rows(self, statements):
        """The rows of all these statements, as lists of text, written as the client's batches are (a line's end in a text is \\n); NULL is None."""
        held, rows = self.connection(), []
        text = statements.strip().rstrip(";").encode()
        more = 0 if lib.mysql_real_query(held, text, len(text)) == 0 else 1
        while more == 0:
            rows += self.result(held)
            more = lib.mysql_next_result(held)
        if more != NO_MORE:
            self.fail(held)
        lib.mysql_reset_connection(held)
        return rows

    def result(self, held):
        found = lib.mysql_store_result(held)
        if not found:
            return
        columns = range(lib.mysql_num_fields(found))
        while row := lib.mysql_fetch_row(found):
            lengths = lib.mysql_fetch_lengths(found)
            yield [written(ctypes.string_at(row[i], lengths[i]).decode()) if row[i] is not None else None for i in columns]
        lib.mysql_free_result(found)

    def fail(self, held):
        said = lib.mysql_error(held).decode()
        lib.mysql_close(held)
        self.local.held = None
        raise RuntimeError(said)


def written(text):
    for what, sign in (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"), ("\0", "\\0")):
        text = text.replace(what, sign)
    return None if text == "NULL" else text
