# SPDX-License-Identifier: GPL-3.0-or-later
"""An SMTP server for tests, on the loopback with TLS from the start, that misbehaves as it is told.

smtp_script.py CERTIFICATE prints its port, then reads commands from standard input, a line each:
  behave WHAT STEP [REPLY]   WHAT: well, drop (close the connection), stall (say nothing), reply (say REPLY instead)
                             STEP: connect, greeting, EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, body, dot
  plain                      no TLS, and none offered
  starttls                   no TLS from the start, but offered
  taken                      prints the Message-IDs of the mails that were received whole, and how often
"body" is in the middle of the mail, "dot" after all of it was received and kept. Every command is answered by a line.
"""
import collections
import re
import socket
import ssl
import sys
import threading

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[1])
what, where, reply = "well", "", ""
is_plain = False
is_offered = False
taken = collections.Counter()


class Over(Exception):
    pass


def trouble(step, connection):
    """Misbehaves at this step if that was asked for; answers whether it has replied."""
    if where != step:
        return False
    if what == "drop":
        raise Over
    if what == "stall":
        while connection.recv(4096):  # until the other side gives up
            pass
        raise Over
    if what == "reply":
        connection.sendall(reply.encode() + b"\r\n")
        return True
    return False


def talk(connection):
    if trouble("connect", connection):
        return
    is_secret = not is_plain and not is_offered
    if is_secret:
        connection = context.wrap_socket(connection, server_side=True)
    file = connection.makefile("rb")

    def say(step, line):
        if not trouble(step, connection):
            connection.sendall(line + b"\r\n")
            return True
        return False

    say("greeting", b"220 mail.example.org")
    while True:
        line = file.readline()
        if not line:
            return
        verb = line.split()[0].upper() if line.split() else b""
        if verb == b"EHLO":
            further = b"AUTH PLAIN" if is_secret else b"STARTTLS"
            say("EHLO", b"250 mail.example.org" if is_plain else b"250-mail.example.org\r\n250 " + further)
        elif verb == b"STARTTLS":
            if say("STARTTLS", b"220 go on"):
                connection = context.wrap_socket(connection, server_side=True)
                file = connection.makefile("rb")
                is_secret = True
        elif verb == b"AUTH":
            if len(line.split()) < 3:
                connection.sendall(b"334 \r\n")
                file.readline()
            say("AUTH", b"235 fine")
        elif verb == b"DATA":
            if not say("DATA", b"354 go on"):
                continue
            lines = []
            while True:
                line = file.readline()
                if not line:
                    return
                if line == b".\r\n":
                    break
                lines.append(line)
                if len(lines) == 3:
                    if trouble("body", connection):
                        return  # who complains in the middle hangs up
            mail = re.search(rb"^Message-Id: *<([^>]*)>", b"".join(lines), re.M | re.I)
            if where != "dot" or what != "reply":
                taken[mail.group(1).decode()] += 1
            say("dot", b"250 taken")
        elif verb == b"QUIT":
            connection.sendall(b"221 bye\r\n")
            return
        else:
            say(verb.decode(errors="replace"), b"250 fine")


def serve(connection):
    try:
        talk(connection)
    except (Over, OSError):
        pass
    finally:
        connection.close()


def listen():
    while True:
        connection, _ = server.accept()
        threading.Thread(target=serve, args=(connection,), daemon=True).start()


server = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=listen, daemon=True).start()
print(server.getsockname()[1], flush=True)
for command in sys.stdin:
    words = command.split(maxsplit=3)
    answer = "ok"
    if words[0] == "behave":
        what, where, reply = (words[1:] + ["", ""])[:3]
        reply = reply.strip()
    elif words[0] == "plain":
        is_plain = True
    elif words[0] == "starttls":
        is_offered = True
    elif words[0] == "taken":
        answer = " ".join(f"{mail}={count}" for mail, count in sorted(taken.items()))
    print(answer, flush=True)
