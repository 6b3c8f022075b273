#!/usr/bin/python3
"""smtpsink.py PORT FOLDER [CERTIFICATE KEY] - a mail relay that keeps what it gets: FOLDER/N.eml, the receivers in its first line.

An address with "reject" in it is refused for good (550), one with "later" for now (451).  With a certificate STARTTLS is demanded.
"""
import asyncio
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP


class Keep:
    """What the relay does with a mail."""

    def __init__(self, folder):
        self.folder = folder
        self.count = len(os.listdir(folder))

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 (the library's name)
        if "reject" in address:
            return "550 5.1.1 no such user"
        if "later" in address:
            return "451 4.3.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.count += 1
        hidden = os.path.join(self.folder, f".{self.count}")
        with open(hidden, "wb") as file:
            file.write(f"X-Receivers: {', '.join(envelope.rcpt_tos)}; tls={'yes' if session.ssl else 'no'}\r\n".encode() + envelope.original_content)
        os.rename(hidden, os.path.join(self.folder, f"{self.count}.eml"))
        return "250 kept"


async def main(port, folder, *certificate):
    context = None
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*certificate)
    os.makedirs(folder, exist_ok=True)
    keep = Keep(folder)
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(keep, tls_context=context, require_starttls=bool(context), hostname="localhost"), "127.0.0.1", int(port))
    print("ready", flush=True)
    await server.serve_forever()


asyncio.run(main(*sys.argv[1:]))
