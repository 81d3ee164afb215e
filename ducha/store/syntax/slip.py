"""Where libyaml gave up, and what stands there and near."""

from __future__ import annotations

import re
from typing import Any

from ducha.store.syntax.faults import Fault, Mark
from ducha.store.syntax.fullwidth import find_wide
from ducha.store.syntax.text import lines_of

_LOOK_BACK = 40
"""lines above a slip that are searched for its cause"""
_QUOTED = 30
"""characters of a line that a message quotes"""


class Slip:
    """The place where libyaml gave up (``mark``), what it was about then (``began``), and the lines there."""

    def __init__(self, text: str, error: Any) -> None:
        self.lines = lines_of(text)
        self.problem = str(getattr(error, "problem", None) or "")
        self.context = str(getattr(error, "context", None) or "")
        self.mark = self._place(getattr(error, "problem_mark", None))
        context_mark = getattr(error, "context_mark", None)
        self.began = self._place(context_mark) if context_mark else self.mark

    def _place(self, mark: Any) -> Mark:
        if mark is None or mark.line >= len(self.lines):
            return Mark(len(self.lines), len(self.lines[-1]) + 1)
        return Mark(mark.line + 1, mark.column + 1)

    @property
    def line(self) -> str:
        """The line where libyaml gave up."""
        return self.lines[self.mark.line - 1]

    @property
    def above(self) -> str:
        """The line above it."""
        return self.lines[self.mark.line - 2] if self.mark.line > 1 else ""

    @property
    def character(self) -> str:
        """What stands where libyaml gave up, nothing at the end of a line."""
        return self.line[self.mark.column - 1 : self.mark.column]

    @property
    def is_first(self) -> bool:
        """Whether only blanks stand before it on its line."""
        return not self.line[: self.mark.column - 1].strip()

    @property
    def closes_outer(self) -> bool:
        """Whether the bracket there closes one that was opened further left, past the one it was about."""
        opener = {"]": "[", "}": "{"}[self.character]
        outer = self.line[: self.began.column - 1]
        return outer.count(opener) > outer.count(self.character)

    def text_from(self, mark: Mark) -> str:
        """The rest of a line from a mark on."""
        return self.lines[mark.line - 1][mark.column - 1 :]

    @property
    def is_quoted(self) -> bool:
        """Whether it stands within quotation marks of its line: then they close one that was opened above."""
        before = self.line[: self.mark.column - 1]
        return before.count('"') % 2 == 1 or before.count("'") % 2 == 1

    def find_wide(self) -> Fault | None:
        """A full-width sign that YAML does not know, on the lines it may have been misled by."""
        near = {self.mark.line, max(1, self.mark.line - 1)}
        if "block" not in self.context:
            near.add(self.began.line)
        for number in sorted(near):
            if wide := find_wide(self.lines[number - 1]):
                mark = Mark(number, wide.column)
                return Fault("DC107", wide.message, wide.hint, mark, is_local=wide.is_local)
        return None

    def find_open_quote(self) -> Mark | None:
        """The quote of a value above that was closed only by the next value's own."""
        for number in range(self.mark.line - 1, 0, -1):
            found = re.match(r"\s*(?:- +)*[^\s:'\"]+: +(?P<sign>['\"])", self.lines[number - 1])
            if found and self.lines[number - 1].count(found["sign"]) % 2:
                return Mark(number, found.start("sign") + 1)
        return None

    def find_open_bracket(self) -> Mark | None:
        """The last bracket above the end of the text that nothing closes."""
        for number in range(len(self.lines), max(0, len(self.lines) - _LOOK_BACK), -1):
            opened: list[int] = []
            for at, sign in enumerate(self.lines[number - 1]):
                if sign in "[{":
                    opened.append(at)
                elif sign in "]}" and opened:
                    opened.pop()
            if opened:
                return Mark(number, opened[-1] + 1)
        return None

    def fault(self, message: str, hint: str, mark: Mark | None = None, length: int = 1) -> Fault:
        """A fault of syntax there, or at a mark."""
        return Fault("DC103", message, hint, (mark or self.mark)._replace(length=length))

    def local(self, message: str, hint: str, mark: Mark | None = None, length: int = 1) -> Fault:
        """A fault that has put only its own line in disorder."""
        return self.fault(message, hint, mark, length)._replace(is_local=True)


def quoted(text: str) -> str:
    """A text between quotation marks, cut if it is long."""
    return f"“{text if len(text) <= _QUOTED else text[:_QUOTED] + '…'}”"


def in_quotes(text: str) -> str:
    """What to do with a value that YAML reads otherwise: the value in its quotes, if it is short enough to show."""
    if len(text) > _QUOTED or not text.strip() or '"' in text:
        return "给整个值加引号"
    return f'给整个值加引号，写成"{text}"'
