# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives Credenza's window from outside: reads it by AT-SPI, acts by real mouse and keys.

Whatever a control does not tell a screen reader can not be found here either, and what is disabled, covered or can
not be focused can not be worked.
"""

import os
import re
import shutil
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 90  # seconds that a condition may take on a busy machine
STATE = Atspi.StateType
ROLE = Atspi.Role
LISTS = (ROLE.TABLE, ROLE.TREE_TABLE, ROLE.TREE, ROLE.LIST)  # a child for each cell: read by Table, never walked
POPUPS = (ROLE.POPUP_MENU, ROLE.MENU, ROLE.WINDOW, ROLE.DIALOG, ROLE.FRAME)


class Failure(Exception):
    """What was promised and did not come."""


def check(condition, promise):
    if not condition:
        raise Failure(promise)


def equal(actual, wanted, what):
    if actual != wanted:
        raise Failure(f"{what}:\n  wanted {wanted!r}\n  got    {actual!r}")


def turn(milliseconds=20):
    """Lets the events of the bus in, for so long at most."""
    context = GLib.MainContext.default()
    over = []
    source = GLib.timeout_add(milliseconds, lambda: over.append(True) or GLib.SOURCE_REMOVE)
    context.iteration(True)
    if not over:
        GLib.source_remove(source)


def until(condition, what, seconds=PATIENCE):
    """The first true answer of the condition; what goes away while it is read is read again."""
    end = time.monotonic() + seconds
    trouble = None
    while True:
        try:
            answer = condition()
            if answer:
                return answer
        except GLib.Error as error:
            trouble = error
        if time.monotonic() > end:
            raise Failure(f"waited {seconds} s for: {what}" + (f" ({trouble.message})" if trouble else ""))
        turn()


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, timeout=PATIENCE)


def keys(*names):
    """Presses keys one after another: keys("ctrl+a", "Delete")."""
    xdotool("key", "--delay", "12", *names)


def type_text(text):
    """By keys; what is not ASCII is pasted, since xdotool loses it."""
    if text.isascii():
        xdotool("type", "--delay", "12", "--", text)
        return
    subprocess.run(["xclip", "-selection", "clipboard", "-i"], input=text.encode(), check=True, timeout=PATIENCE,
                   stdout=subprocess.DEVNULL)
    keys("ctrl+v")


def clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-o"], check=True, timeout=PATIENCE,
                          capture_output=True).stdout.decode()


def screenshot(path):
    subprocess.run(["import", "-silent", "-window", "root", path], check=False, timeout=PATIENCE)


def pixels():
    """The whole screen: (width, height, bytes), three bytes a pixel."""
    ppm = subprocess.run(["import", "-silent", "-window", "root", "-depth", "8", "ppm:-"], check=True,
                         timeout=PATIENCE, capture_output=True).stdout
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", ppm)
    return int(head[1]), int(head[2]), ppm[head.end():]


def colours_in(rectangle):
    """How often each colour, as "#RRGGBB", is painted in x, y, width, height."""
    width, _, data = pixels()
    x, y, wide, high = rectangle
    found = {}
    for row in range(y, y + high):
        start = 3 * (row * width + x)
        for at in range(start, start + 3 * wide, 3):
            colour = "#" + data[at:at + 3].hex().upper()
            found[colour] = found.get(colour, 0) + 1
    return found


class Thing:
    """One accessible object."""

    def __init__(self, accessible, app):
        self.accessible, self.app = accessible, app

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    @property
    def role(self):
        return self.accessible.get_role()

    def has(self, state):
        return self.accessible.get_state_set().contains(state)

    @property
    def shown(self):
        return self.has(STATE.SHOWING) and self.has(STATE.VISIBLE)

    @property
    def rectangle(self):
        box = self.accessible.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    @property
    def text(self):
        """What stands in a field; of anything else its name."""
        text = self.accessible.get_text_iface()
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else self.name

    def children(self):
        for i in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(i)
            if child:
                yield Thing(child, self.app)

    def below(self):
        """Everything shown below it, what is inside of tables and lists left out."""
        for child in self.children():
            if child.shown:
                yield child
                if child.role not in LISTS:
                    yield from child.below()

    def labels(self):
        """Names of the labels that belong to it."""
        for relation in self.accessible.get_relation_set() or []:
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                for i in range(relation.get_n_targets()):
                    yield relation.get_target(i).get_name() or ""

    def all(self, role=None, name=None):
        """All that are shown below it of a role and a name, which is a string or a compiled pattern."""
        def fits(thing):
            if role is not None and thing.role != role:
                return False
            if name is None:
                return True
            if isinstance(name, str):
                return thing.name == name or name in thing.labels()
            return bool(name.search(thing.name))
        return [thing for thing in self.below() if fits(thing)]

    def find(self, role=None, name=None):
        """The one of this role and name, as soon as it is there; two are a fault of the window."""
        def only():
            found = self.all(role, name)
            if len(found) > 1:
                raise Failure(f"{len(found)} things are named {name!r} as {role.value_nick if role else 'anything'}")
            return found and found[0]
        return until(only, f"{role.value_nick if role else 'something'} named {name!r} in {self.name!r}")

    def button(self, name):
        return self.find(ROLE.PUSH_BUTTON, name)

    def field(self, name):
        return self.find(ROLE.TEXT, name)

    def label(self, pattern):
        """The label that fits a pattern."""
        return self.find(ROLE.LABEL, re.compile(pattern))

    def gone(self):
        try:
            return self.has(STATE.DEFUNCT) or not self.shown
        except GLib.Error:
            return True

    def point(self):
        """Its middle, once it is enabled and stands still."""
        last = []

        def still():
            box = self.rectangle if self.shown and self.has(STATE.ENABLED) else None
            rests = box and box[2] > 0 and last and last[-1] == box
            last.append(box)
            return rests
        until(still, f"{self.name!r} to be shown and enabled")
        x, y, wide, high = last[-1]
        return x + wide // 2, y + high // 2

    def click(self, times=1):
        x, y = self.point()
        xdotool("mousemove", x, y, "sleep", "0.03", "click", "--repeat", times, "--delay", "40", 1)

    def focus(self):
        self.click()
        until(lambda: self.has(STATE.FOCUSED), f"{self.name!r} to have the focus")

    def write(self, value):
        """Puts a value in the place of what stands in the field."""
        self.focus()
        keys("ctrl+a", "Delete")
        until(lambda: self.text == "", f"{self.name!r} to be empty")
        if value:
            type_text(value)
        until(lambda: self.text == value, f"{self.name!r} to hold {value!r}")


class Table(Thing):
    """A list of the window. Columns are named by their headings and come in the order in which they stand."""

    def __init__(self, thing):
        super().__init__(thing.accessible, thing.app)
        self.iface = self.accessible.get_table_iface()

    @property
    def rows(self):
        return Atspi.Table.get_n_rows(self.iface)

    def at(self, row, column):
        return Thing(Atspi.Table.get_accessible_at(self.iface, row, column), self.app)

    def columns(self):
        """{heading: index} of the columns that are shown, from left to right."""
        places = []
        for i in range(Atspi.Table.get_n_columns(self.iface)):
            header = Thing(Atspi.Table.get_column_header(self.iface, i), self.app)
            if header.accessible.get_component_iface():  # the heading of a hidden column has no place
                places.append((header.rectangle[0], header.name, i))
        return {name: i for _, name, i in sorted(places)}

    def cells(self):
        """What stands in it: a list of the rows, each a list of its shown cells' texts."""
        columns = self.columns().values()
        return [[self.at(row, column).name for column in columns] for row in range(self.rows)]

    def column(self, heading):
        index = self.columns()[heading]
        return [self.at(row, index).name for row in range(self.rows)]

    def row_of(self, heading, pattern):
        """The first row whose cell in this column fits the pattern."""
        for row, text in enumerate(self.column(heading)):
            if re.search(pattern, text):
                return row
        raise Failure(f"no row of {self.name!r} has {pattern!r} in {heading!r}")

    def cell(self, row, heading):
        return self.at(row, self.columns()[heading])

    def show(self, row):
        """Scrolls until the row is in sight."""
        x, y, wide, high = self.rectangle

        def place():
            cell = self.at(row, next(iter(self.columns().values()))).rectangle
            return cell, y + cell[3] < cell[1] and cell[1] + cell[3] <= y + high

        for _ in range(10 + self.rows):
            before, in_sight = place()
            if in_sight:
                return
            notch = 4 if before[1] <= y + before[3] else 5
            xdotool("mousemove", x + wide // 2, y + high // 2, "click", notch)
            until(lambda: place()[0] != before, f"{self.name!r} to scroll")
        raise Failure(f"row {row} of {self.name!r} can not be scrolled to")


class App:
    """One running Credenza."""

    def __init__(self, binary, home, *arguments):
        self.home, self.environment = home, environment(home)
        self.log = os.path.join(home, "log")
        self.popped = []
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([binary, "--today", "2026-01-15", *arguments], stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log, env=self.environment, start_new_session=True)
        listener = self.listener = Atspi.EventListener.new(self.happened)
        listener.register("object:state-changed:showing")
        self.root = until(self.reached, "the program on the accessibility bus")

    def reached(self):
        check(self.process.poll() is None, f"the program ended with {self.process.poll()}: {self.said()}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                return Thing(child, self)
        return None

    def happened(self, event):
        if event.detail1 and event.source and event.source.get_role() in POPUPS:
            self.popped.append(event.source)

    def said(self):
        """What it wrote on its standard error."""
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read()

    def windows(self, name=None):
        fits = name if not isinstance(name, str) else re.compile(re.escape(name))
        return [each for each in self.root.children() if each.shown and (name is None or fits.search(each.name))]

    def beside(self, name):
        """The window with this in its title of a program that is not this one."""
        desktop = Atspi.get_desktop(0)
        for child in filter(None, map(desktop.get_child_at_index, range(desktop.get_child_count()))):
            if child.get_process_id() != self.process.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                for each in Thing(child, self).children():
                    if each.shown and name in each.name:
                        return each
        return None

    def window(self, name):
        """The window or dialog whose title has this in it."""
        return until(lambda: next(iter(self.windows(name)), None), f"a window named {name!r}")

    def active(self, window):
        def comes():
            if window.has(STATE.ACTIVE):
                return True
            # The window manager may sleep over what it was asked for while it started; any word to it wakes it.
            xdotool("set_desktop", 0)
            return False

        until(comes, f"{window.name!r} to be the active window")
        return window

    def popup(self, opening):
        """The menu that this opens. Menus stand in no tree, only their showing is told."""
        self.popped.clear()
        opening()
        return until(lambda: next((Thing(each, self) for each in self.popped if Thing(each, self).shown), None),
                     "a menu")

    def choose_file(self, title, path):
        """Answers a file dialog; closed by Return with the name typed in, as the buttons of it are Qt's."""
        dialog = self.active(self.window(title))
        field = dialog.field(re.compile("File name|fileNameEdit"))
        # Typed by keys the dialog's completer would open, which Qt 6.4 then leaves without an active window.
        Atspi.EditableText.set_text_contents(field.accessible.get_editable_text_iface(), path)
        until(lambda: field.text == path, "the file's name in its field")
        field.focus()
        keys("Return")
        until(dialog.gone, f"{title!r} to close")

    def end(self):
        """Ends the program as one does; what hangs is ended hard."""
        self.listener.deregister("object:state-changed:showing")
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def environment(home):
    """A home of its own: nothing of the user's is read or written."""
    own = dict(os.environ, HOME=home, TMPDIR=home, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
               CREDENZA_STALLS=os.path.join(home, "stalls"))
    for name, folder in (("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache"),
                         ("XDG_STATE_HOME", "state")):
        own[name] = os.path.join(home, folder)
        os.makedirs(own[name], exist_ok=True)
    return own


class Display:
    """A screen with a window manager and the accessibility bus; run within dbus-run-session."""

    def __init__(self, folder, size="1366x768"):
        for tool in ("Xvfb", "openbox", "xdotool", "xclip", "import"):
            check(shutil.which(tool), f"{tool} is not installed: packaging/setup test")
        self.log = open(os.path.join(folder, "display.log"), "wb")
        self.processes = []
        own, theirs = os.pipe()
        self.start("Xvfb", "-displayfd", str(theirs), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset",
                   pass_fds=[theirs])
        os.close(theirs)
        with os.fdopen(own) as said:
            number = said.readline().strip()
        check(number, "Xvfb did not start")
        os.environ["DISPLAY"] = ":" + number
        self.start("openbox", "--sm-disable")
        self.start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
        until(lambda: subprocess.run(["xdotool", "get_num_desktops"], capture_output=True).stdout.strip().isdigit(),
              "the window manager")
        Atspi.init()

    def start(self, *words, **more):
        self.processes.append(subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, **more))

    def end(self):
        for process in reversed(self.processes):
            process.terminate()
            process.wait()
        self.log.close()
