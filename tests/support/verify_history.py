#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recomputes the chain of hashes of `credenza report history --output FILE.csv` without the program.

verify_history.py FILE.csv [EARLIER.csv]: says which line does not follow from those before it, and, with an earlier
export, whether that is the beginning of this one. How the hashes are made: core/report/catalogue/history.cpp."""
import csv, hashlib, json, struct, sys


def part(text):
    data = text if isinstance(text, bytes) else text.encode()
    return struct.pack('<I', len(data)) + data


def hashed(data):
    return hashlib.blake2b(data, digest_size=20).digest()


def plain(cell):
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell.lstrip("'")[:1] in '=+-@\t\r' else cell


def faults(rows):
    before, change = b'', None
    for row in rows:
        if row['Change'] != change:
            change = row['Change']
            before = hashed(b''.join(map(part, (before, change, row['At'], row['Who'], row['What'], row['Undoes'] or '0'))))
            if before.hex() != row['Change hash']:
                yield f'Change {change} is not as it was written.'
                before = bytes.fromhex(row['Change hash'])
        inserts = row['Action'] == 'insert'
        line = part(before) + struct.pack('<qq', int(change), int(row['Record id'])) + part(row['Record']) + part(row['Action'])
        line += part('' if inserts else row['Before']) + part('' if inserts else row['After'])
        for column, value in json.loads(row['After']).items() if inserts else ():
            if value not in (None, ''):
                line += part(column) + part(str(value))
        before = hashed(line)
        if before.hex() != row['Hash']:
            yield f"Line {row['Line']} is not as it was written."
            before = bytes.fromhex(row['Hash'])


def read(path):
    csv.field_size_limit(1 << 30)
    with open(path, encoding='utf-8-sig', newline='') as file:
        for row in csv.DictReader(file):
            yield {name: plain(cell) for name, cell in row.items()}


found = list(faults(read(sys.argv[1])))
if len(sys.argv) > 2:
    for old, new in zip(read(sys.argv[2]), read(sys.argv[1])):
        if old['Hash'] != new['Hash']:
            found.append(f"Line {old['Line']} was another one in the earlier export.")
            break
    if sum(1 for _ in read(sys.argv[2])) > sum(1 for _ in read(sys.argv[1])):
        found.append('Lines of the earlier export are missing at the end.')
print('\n'.join(found) or 'Every line follows from the one before.')
sys.exit(1 if found else 0)
