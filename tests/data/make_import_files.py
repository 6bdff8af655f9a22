#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes office.xlsx (titles, merged cells, a hidden sheet, one that is no list) and templates-marked.xlsx (filled cells).

Run in this folder; needs openpyxl. The files are kept with the tests, so that they need neither."""
from datetime import date, datetime

import openpyxl
from openpyxl.styles import PatternFill


def save(book, name):
    book.properties.created = book.properties.modified = datetime(2026, 1, 1)
    book.properties.creator = "Office"
    book.save(name)


book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Providers"
sheet.append(["Lakeside Medical: our clinicians"])
sheet.append([])
sheet.append(["Team", "Provider Name", "NPI #", "DOB", "Group", "Status"])
sheet.append(["Lakeside", "Marten, Lily - MD", 1234567893, date(1980, 4, 7), "Main", "Active"])
sheet.append([None, "Dr. Hugo Heron", None, date(1975, 12, 31), "West", "LOA"])
sheet.append([None, "Owl, Zoë", 1234567890, None, None, None])
sheet.merge_cells("A4:A6")
sheet.merge_cells("E5:E6")
enrollments = book.create_sheet("Payer enrollments")
enrollments.append(["Provider", "Insurance", "State", "Status", "Eff. Date", "Recred Due", "F/U"])
enrollments.append(["Lily Marten, MD", "Aetna", "Illinois", "par", date(2024, 1, 1), date(2027, 1, 1), "-"])
enrollments.append(["HERON HUGO", "Aetna", "IL", "pending", "TBD", None, date(2026, 4, 1)])
book.create_sheet("Read me").append(["This workbook is kept by the office."])
hidden = book.create_sheet("Tasks")
hidden.append(["Task"])
hidden.append(["hidden"])
hidden.sheet_state = "hidden"
save(book, "office.xlsx")

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Templates"
sheet.append(["Type", "Subtype", "Step", "Description", "TAT"])
for step, description, tat in (("Ask", "Ask them twice", 1), ("Post", "", 5), ("Wait longer", "", 12),
                               ("Check", "New step", 2), ("Tell", "Everybody", 3)):
    sheet.append(["Relocation", "Initial", step, description, tat])
for cell in ("E3", "C4", "A5", "B5", "C5", "D5", "E5"):
    sheet[cell].fill = PatternFill("solid", fgColor="FFFF00")
for cell in sheet[1]:  # a coloured header asks for nothing
    cell.fill = PatternFill("solid", fgColor="DDDDDD")
save(book, "templates-marked.xlsx")
