"""Files as they come: whole ones of each kind, made here, and what makes them otherwise."""

import io
import struct
import zipfile
import zlib

PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n50\n%%EOF\n"
JPEG = (b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xdb\0C\0" + b"\x08" * 64 + b"\xff\xc0\0\x0b\x08\0\1\0\1\1\1\x11\0\xff\xda\0\x08\1\1\0\0?\0"
        b"\x7f\xff\xd9")


def png():
    def part(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + part(b"IDAT", zlib.compress(b"\0\0")) + part(b"IEND", b"")


def packed(*entries):
    """A zip file of (name, content); the first is stored as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for number, (name, content) in enumerate(entries):
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED)
    return out.getvalue()


TYPES = ("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
RELS = ("_rels/.rels", '<?xml version="1.0"?><Relationships/>')
DOCX = packed(TYPES, RELS, ("word/document.xml", "<w:document/>"))
XLSX = packed(TYPES, RELS, ("xl/workbook.xml", "<workbook/>"))
ODT = packed(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"), ("META-INF/manifest.xml", "<x/>"))
ODS = packed(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"))
MACROS = packed(TYPES, RELS, ("word/document.xml", "<w:document/>"), ("word/vbaProject.bin", "x"))
BOMB = packed(TYPES, RELS, ("word/document.xml", b"\0" * 30_000_000))
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x0cmetaabcd"
MAIL = "From: læge@example.org\r\nTo: a@example.org\r\nSubject: Svar\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\n\r\nKære Mads\r\n".encode()
RTF = rb"{\rtf1\ansi Hej}"


def msg():
    head = bytearray(b"\xff" * 512)
    head[0:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    head[8:30] = bytes(16) + b"\x3e\0\3\0\xfe\xff"
    head[30:34] = b"\x09\0\x06\0"
    head[34:76] = bytes(10) + struct.pack("<IIIIIIII", 1, 1, 0, 4096, 0xfffffffe, 0, 0xfffffffe, 0)
    head[76:80] = bytes(4)
    table = struct.pack("<II", 0xfffffffd, 0xfffffffe) + b"\xff" * 504

    def entry(name, kind):
        raw = (name + "\0").encode("utf-16le")
        return (raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, 0xffffffff, 0xffffffff, 1 if kind == 5 else 0xffffffff)).ljust(128, b"\0")

    return bytes(head) + table + (entry("Root Entry", 5) + entry("__properties_version1.0", 2)).ljust(512, b"\0")


WHOLE = {
    "brev.pdf": PDF, "brev.docx": DOCX, "tal.xlsx": XLSX, "brev.odt": ODT, "tal.ods": ODS, "brev.rtf": RTF, "foto.jpg": JPEG, "foto.png": png(),
    "foto.heic": HEIC, "svar.msg": msg(), "svar.eml": MAIL, "note.txt": "Kære Mads\n".encode(),
}
REFUSED = {
    "program.pdf": (b"MZ\x90\0\3\0\0\0", "file-lies"), "side.html": (b"<!DOCTYPE html><script>alert(1)</script>", "file-unknown"),
    "brev.exe": (PDF, "file-lies"), "foto.pdf": (png(), "file-lies"), "cut.pdf": (PDF[:-8], "file-cut"), "cut.docx": (DOCX[:-30], "file-cut"),
    "cut.jpg": (JPEG[:-2], "file-cut"), "cut.png": (png()[:-12], "file-cut"), "tom.txt": (b"", "file-empty"), "bombe.docx": (BOMB, "file-bomb"),
    "makro.docx": (MACROS, "file-macros"), "tal.docx": (XLSX, "file-lies"), "arkiv.zip": (DOCX, "file-lies"),
}
