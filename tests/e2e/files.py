# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreadsheets as an office has them; all people are made up."""

import csv

import openpyxl

PEOPLE = [("Åkerblom", "Maja", "MD"), ("Ó Briain", "Cillian", "DO"), ("Nguyễn", "Thảo", "NP"),
          ("de la Cruz", "Inés", "MD"), ("Zielińska", "Ola", "PA")]
OWNERS = ["Anna Mint", "Ben Oak"]
STARTED = ["2025-12-01", "2025-12-03", "2025-12-05", "2025-12-09", "2025-12-11"]  # no two steps are due on one day


def npi(nine):
    """Nine digits and their check digit: Luhn over 80840 and the number."""
    total = 24
    for place, digit in enumerate(reversed(nine)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return nine + str(-total % 10)


def providers(path):
    """A master sheet: a title above its headings, semicolons, the office's own words. Returns the NPIs."""
    numbers = [npi(f"12345678{i}") for i in range(len(PEOPLE))]
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        sheet = csv.writer(file, delimiter=";")
        sheet.writerow(["Our doctors, January"] + [""] * 6)
        sheet.writerow([])
        sheet.writerow(["Surname", "First", "Credentials", "Provider NPI", "DOB", "Clinic", "Owner"])
        for i, (last, first, degree) in enumerate(PEOPLE):
            sheet.writerow([last, first, degree, numbers[i], f"3/{i + 4}/1980", "Riverbend Clinic", OWNERS[i % 2]])
    return numbers


def work(path, numbers):
    """A workbook with a sheet for the process, the payors, the trackings and who does which step."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheets = {
        "Templates": [["Type", "Subtype", "Step", "Description", "TAT"],
                      ["Payor", "Initial", "Collect documents", "", 3], ["Payor", "Initial", "Submit", "", 5],
                      ["Payor", "Initial", "Confirm receipt", "", 10]],
        "Payors": [["Payer", "Class"], ["Blue Prairie", "Commercial"]],
        "Trackings": [["Tracking", "NPI", "Type", "Subtype", "Payor", "State", "Assigned To", "Started"]] +
                     [[f"T-{i + 1}", number, "Payor", "Initial", "Blue Prairie", "TX", OWNERS[i % 2], STARTED[i]]
                      for i, number in enumerate(numbers)],
        "Steps": [["Tracking", "Step", "Status", "Due", "Waiting on", "Assigned To"],
                  ["T-1", "Collect documents", "Done", "2025-12-15", "", OWNERS[0]],
                  ["T-1", "Submit", "WIP", "2026-01-12", "Payor", OWNERS[0]]] +
                 [[f"T-{i + 1}", step, "", "", "", OWNERS[i % 2]] for i in range(1, len(numbers))
                  for step in ("Collect documents", "Submit", "Confirm receipt")],
    }
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
