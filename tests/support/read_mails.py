# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads FOLDER/0.eml … with Python's own mail package and prints what it found: an oracle for ours."""
import email
import email.header
import email.utils
import json
import os
import re
import sys


def decoded(text):
    unfolded = re.sub(r"\r?\n(?=[ \t])", "", text)
    return str(email.header.make_header(email.header.decode_header(unfolded)))


found = []
for i in range(int(sys.argv[2])):
    with open(os.path.join(sys.argv[1], f"{i}.eml"), "rb") as file:
        mail = email.message_from_binary_file(file)
    files = [part for part in mail.walk() if part.get_content_disposition() == "attachment"]
    found.append({
        "headers": mail.keys(),
        "from": email.utils.parseaddr(mail["from"])[1],
        "subject": decoded(mail["subject"]),
        "names": [decoded(mail["from"]), decoded(mail["to"] or "")],
        "files": [[part.get_filename(), part.get_payload(decode=True).hex()] for part in files],
    })
print(json.dumps(found))
