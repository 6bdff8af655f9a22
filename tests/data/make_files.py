#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the files beside it, which are kept. Needs openpyxl. All people in them are made up."""
import datetime
import os
import struct
import zipfile

import openpyxl
from openpyxl.styles import Font, PatternFill

HERE = os.path.dirname(os.path.abspath(__file__))
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
DAY = (1980, 1, 1, 0, 0, 0)


def path(name):
    return os.path.join(HERE, name)


def write(name, data):
    with open(path(name), 'wb') as file:
        file.write(data)


def write_zip(name, parts):
    with zipfile.ZipFile(path(name), 'w') as out:
        for part, data in parts.items():
            out.writestr(zipfile.ZipInfo(part, DAY), data, zipfile.ZIP_DEFLATED)


def same_each_time(name):
    """Gives every entry of the zip the same date, and takes the day of making out."""
    with zipfile.ZipFile(path(name)) as old:
        parts = {info.filename: old.read(info) for info in old.infolist()}
    del parts['docProps/core.xml']
    write_zip(name, parts)


def texts():
    tabs = 'Last\tFirst\tNPI\nMarten\tLily\t1234567893\n李\t伟\t\U0001F600\n'
    write('semicolon-1252.csv', 'Provider;NPI;City\r\n"Müller; Jörg";1234567893;Köln\r\n\r\n;;\r\nZoë "Z" Núñez;;"a\nb"\r\n'.encode('cp1252'))
    write('tabs-utf16le.txt', b'\xff\xfe' + tabs.encode('utf-16le'))
    write('tabs-utf16be.txt', b'\xfe\xff' + tabs.encode('utf-16be'))
    write('bars-cr.txt', 'Surname|First|Degree\rO’Brien|Zoë, A|MD\r'.encode())
    write('unclosed.csv', b'Team,Task,Note\nA,B,"one\ntwo"\nA,B,"never closed\nA,B,C\n')
    write('titles.csv', '\ufeffLakeside Medical,,\r\nAs of 1/5/2026,,\r\n,,\r\nPayer Name,Phone,Turnaround\r\n"Blue Harbor, Inc.",555-0100,45\r\n'.encode())
    write('old.xls', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(64))
    write('empty.csv', b'')
    write('binary.dat', bytes(range(32)) * 40)
    write('nul.csv', b'Team,Task\nA\0B,"C\0""D"\n')
    write('mark-damaged.csv', b'\xef\xbb\xbfTeam,Task\nZo\xc3\xab,\xff\n')


def master():
    """A coordinator's master sheet: merged title, merged provider, numbers and dates of all sorts, hidden sheets."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = 'Enrollments'
    sheet['A1'] = 'Lakeside Medical – payer enrollments'
    sheet.merge_cells('A1:H2')
    headings = ['Provider Name', 'Ind NPI', 'Insurance', 'Eff. Date', 'Recred Due', 'Par?', 'Zip', 'Notes']
    for i, heading in enumerate(headings):
        sheet.cell(4, i + 1, heading).font = Font(bold=True)
    rows = [
        ['Marten, Lily - MD', 1234567893, 'Blue Harbor', datetime.date(2026, 1, 5), datetime.datetime(2029, 1, 5, 13, 30), True, 2138, 'calls ñ 李'],
        [None, 1234567893, 'Summit Care', datetime.date(1900, 1, 15), 'N/A', False, 60614, "'=1+1"],
        ['Núñez, Zoë', 1987654328, 'Blue Harbor', datetime.date(2026, 2, 28), 5.0, None, 0.1, '#N/A'],
    ]
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            cell = sheet.cell(5 + i, j + 1, value)
            if headings[j] == 'Zip':
                cell.number_format = '00000'
    sheet['H7'].data_type = 'e'
    sheet['G7'].number_format = 'General'
    sheet['E5'].number_format = 'm/d/yy h:mm'
    sheet['D6'].number_format = '[$-409]d-mmm-yy;@'
    sheet.merge_cells('A5:A6')
    sheet['C5'].fill = PatternFill('solid', fgColor='FFFF00')
    sheet['C6'].fill = PatternFill('solid', fgColor='FFFFFFFF')
    for name, state in (('Old', 'hidden'), ('Older', 'veryHidden')):
        hidden = book.create_sheet(name)
        hidden.sheet_state = state
        hidden.append(['Provider', 'NPI'])
    hospitals = book.create_sheet('Hospitals')
    hospitals.append(['Hospital', 'City', 'ST'])
    hospitals.append(['Northgate General', 'Evanston', 'IL'])
    book.save(path('master.xlsx'))
    same_each_time('master.xlsx')


def workbook(rows, head='', properties='', strings='', styles=''):
    """The parts of a workbook with one sheet and relative part names."""
    def relation(number, kind, target):
        return f'<Relationship Id="rId{number}" Type="{REL}/{kind}" Target="{target}"/>'
    return {
        '_rels/.rels': f'<Relationships xmlns="{PACKAGE}">{relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>',
        'xl/workbook.xml': f'<workbook {NS} xmlns:r="{REL}">{properties}<sheets><sheet name="Steps" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{PACKAGE}">' + relation(1, 'worksheet', 'worksheets/sheet1.xml')
        + relation(2, 'sharedStrings', 'sharedStrings.xml') + relation(3, 'styles', 'styles.xml') + '</Relationships>',
        'xl/sharedStrings.xml': f'<sst {NS}>{strings}</sst>',
        'xl/styles.xml': f'<styleSheet {NS}>{styles}</styleSheet>',
        'xl/worksheets/sheet1.xml': f'<?xml version="1.0" encoding="UTF-8"?>{head}<worksheet {NS}><sheetData>{rows}</sheetData></worksheet>',
    }


STYLES = ('<numFmts><numFmt numFmtId="164" formatCode="&quot;day&quot; 0"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/>'
          '<numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>'
          '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
          '<fill><patternFill patternType="solid"><fgColor theme="0"/></patternFill></fill>'
          '<fill><patternFill patternType="solid"><fgColor theme="5" tint="0.4"/></patternFill></fill>'
          '<fill><patternFill patternType="solid"><fgColor indexed="64"/></patternFill></fill></fills>'
          '<cellStyleXfs><xf numFmtId="14" fillId="3"/></cellStyleXfs>'
          '<cellXfs><xf numFmtId="0" fillId="0"/><xf numFmtId="14" fillId="0"/><xf numFmtId="164" fillId="2"/><xf numFmtId="165" fillId="3"/>'
          '<xf numFmtId="22" fillId="4"/><xf numFmtId="166" fillId="0"/></cellXfs>'
          '<dxfs><dxf><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></dxf></dxfs>')


def handmade():
    # No r attributes; a rich shared string with pronunciation; inline text; a formula's string; escapes; styles.
    rows = ('<row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>Sub</t></r><r><t xml:space="preserve">type </t></r></is></c>'
            '<c t="str"><f>A1&amp;"x"</f><v>a&lt;b_x000D_c</v></c></row>'
            '<row r="5"><c r="C5" s="3"><v>46027.5</v></c><c r="A5" s="1"><v>46027</v></c><c r="B5" s="2"><v>7</v></c>'
            '<c r="D5" s="4"><v>46027</v></c><c r="E5" s="5"><v>0.25</v></c><c r="F5"><v>1.234567893E9</v></c>'
            '<c r="G5" t="d"><v>2026-01-05T00:00:00</v></c><c r="H5" t="e"><v>#REF!</v></c><c r="I5" t="b"><v>1</v></c>'
            '<c r="J5"><v>0.30000000000000004</v></c><c r="K5" s="1"><v>60</v></c><c r="L5" t="s"><v>99</v></c></row>')
    strings = '<si><r><t>李</t></r><rPh sb="0" eb="1"><t>LI</t></rPh><r><t>伟</t></r></si>'
    write_zip('handmade.xlsx', workbook(rows, strings=strings, styles=STYLES))
    write_zip('from1904.xlsx', workbook('<row><c s="1"><v>44565</v></c><c s="1"><v>0</v></c></row>',
                                        properties='<workbookPr date1904="1"/>', styles=STYLES))
    write_zip('dtd.xlsx', workbook('<row><c t="inlineStr"><is><t>&a;</t></is></c></row>', head='<!DOCTYPE worksheet [<!ENTITY a "b">]>'))
    write_zip('bomb.xlsx', workbook('<row/>' * 400000))
    write_zip('nested.xlsx', workbook('<row><c><v>1</v></c></row>') | {'xl/embeddings/more.zip': 'PK'})
    write_zip('many.xlsx', workbook('<row><c><v>1</v></c></row>') | {f'xl/media/{i}': '' for i in range(1000)})
    write_zip('book.ods', {'mimetype': 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>'})

    # Damaged ones. The sheet is the last in the directory: its size is said to be 300 MB, or 10 bytes, its place the first's.
    write_zip('cut.xlsx', workbook('<row><c><v>1</v></c></row>' * 50))
    with open(path('cut.xlsx'), 'rb') as file:
        whole = file.read()
    write('cut.xlsx', whole[:-30])
    entry = whole.rfind(b'PK\x01\x02')
    for name, at, value in (('huge.xlsx', 24, 300 << 20), ('lying.xlsx', 24, 10), ('overlap.xlsx', 42, 0)):
        changed = bytearray(whole)
        struct.pack_into('<I', changed, entry + at, value)
        write(name, bytes(changed))


texts()
master()
handmade()
