# SPDX-License-Identifier: GPL-3.0-or-later
"""A real SMTP server for tests, on the loopback, with TLS and AUTH.

smtp_server.py FOLDER tls|starttls [MECHANISM]: uses FOLDER/server.pem (certificate and key), writes each mail it takes
as FOLDER/0.mail, 1.mail …, prints its port, and serves until its standard input ends. User "office", password
"s3cret ü", token "t0ken". With a MECHANISM that way to sign in is the only one offered; FOLDER/mechanism names the one
tried last. Recipients of refused.example are refused for good, of later.example for now.
"""
import asyncio
import base64
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder, security = sys.argv[1:3]
others = {"LOGIN", "PLAIN", "XOAUTH2"} - set(sys.argv[3:]) if len(sys.argv) > 3 else set()


class Handler:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.endswith("@refused.example"):
            return f"550 5.1.1 <{address}> has no mailbox here"
        if address.endswith("@later.example"):
            return "451 4.7.1 Greylisted, try again in five minutes"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if b"Subject: spam" in envelope.original_content:
            return "554 5.7.1 It looks like spam"
        with open(os.path.join(folder, f"{Handler.count}.mail"), "wb") as file:
            file.write(envelope.mail_from.encode() + b"\n" + ",".join(envelope.rcpt_tos).encode() + b"\n")
            file.write(envelope.original_content)
        Handler.count += 1
        return "250 2.0.0 Queued"


def taken(mechanism):
    with open(os.path.join(folder, "mechanism"), "w") as file:
        file.write(mechanism)


def authenticate(server, session, envelope, mechanism, data):
    taken(mechanism)
    good = isinstance(data, LoginPassword) and data.login == b"office" and data.password == "s3cret ü".encode()
    return AuthResult(success=good, handled=False)


class Server(SMTP):
    async def auth_XOAUTH2(self, _, args):
        taken("XOAUTH2")
        words = base64.b64decode(args[1]) if len(args) > 1 else await self.challenge_auth("")
        good = words == b"user=office\x01auth=Bearer t0ken\x01\x01"
        return AuthResult(success=good, handled=False)


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(os.path.join(folder, "server.pem"))


async def serve():
    def connection():
        return Server(Handler(), authenticator=authenticate, auth_required=True, auth_require_tls=security != "tls",
                      tls_context=context if security == "starttls" else None,
                      require_starttls=security == "starttls", auth_exclude_mechanism=others)

    loop = asyncio.get_running_loop()
    server = await loop.create_server(connection, "127.0.0.1", 0, ssl=context if security == "tls" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(serve())
