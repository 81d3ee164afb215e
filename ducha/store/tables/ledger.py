"""A plan's project ledger: one file beside it, CSV or YAML, read into the same record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from ducha.model.project import Project, ProjectLedger
from ducha.problems import Path as DataPath
from ducha.problems import Problem, Spot
from ducha.store.file import File
from ducha.store.syntax.faults import Unreadable
from ducha.store.syntax.placed import Placed
from ducha.store.syntax.text import decoded, read_bytes
from ducha.store.tables.csvtext import find_csv_places, parse_csv
from ducha.store.tables.headers import header_of, read_headers
from ducha.store.tables.rows import Text

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""how the files of spreadsheet programs begin"""


def read_ledger(paths: Sequence[Path]) -> File[ProjectLedger]:
    """Read a plan's ledger; where two files want to be it, that is a problem of the second."""
    first, *others = paths
    file = LedgerTable(first, ProjectLedger) if first.suffix == ".csv" else File(first, ProjectLedger)
    for other in others:
        hint = f"留下一个，另一个改名或删去；{first.name}是同一方案的"
        problem = Problem("DC520", "一个方案有两个项目台账", hint, spot=Spot(str(other)))
        file.problems.append(problem._replace(related=(Spot(str(first)),)))
    return file


class LedgerTable(File[ProjectLedger]):
    """A ledger in CSV, as offices have it; its problems speak of headers, not of keys."""

    encoding = "UTF-8"
    _parse = staticmethod(parse_csv)

    def locate(self, problem: Problem) -> Problem:
        """Return a problem of the record with the places of its paths, in the words of the headers."""
        return super().locate(_in_headers(problem))

    def add(self, problems: Iterable[Problem]) -> None:
        """Take problems; one that stands in a header is told of once, not for every row."""
        known = {(one.code, one.message, one.spot) for one in self.problems}
        for problem in map(self.locate, problems):
            if (key := (problem.code, problem.message, problem.spot)) not in known:
                known.add(key)
                self.problems.append(problem)

    def doubt_form(self) -> None:
        """Add a note where the text is not in the encoding of all other files; a blank cell is none."""
        if self.encoding != "UTF-8":
            hint = "另存为“CSV UTF-8（逗号分隔）”，git里才看得清改了哪几个字"
            self.problems.append(self._placed.locate(Problem("DC535", f"文件编码是{self.encoding}，已按此读取", hint)))

    def _text_of(self, path: Path) -> str | Problem:
        raw = read_bytes(path, "CSV")
        if isinstance(raw, Problem):
            return raw
        if raw.startswith(_WORKBOOKS):
            hint = "在表格软件里打开，另存为“CSV UTF-8（逗号分隔）”"
            return Problem("DC102", "这是表格软件的工作簿，不是CSV文本", hint, spot=Spot(str(path)))
        text = decoded(path, raw)
        if isinstance(text, Problem) and (other := _gb18030(raw)):
            self.encoding = "GB18030"
            return other
        return text

    def _place(self, text: str) -> Placed:
        return Placed(self.name, text, find_csv_places)


def _gb18030(raw: bytes) -> str | None:
    """The text as Chinese Windows saves it, None where its headers are not to be read so."""
    try:
        text = raw.decode("gb18030")
        head = next(Text(text).rows(), None)
    except (UnicodeDecodeError, Unreadable):
        return None
    return text if head and read_headers(head.cells).is_readable else None


def _in_headers(problem: Problem) -> Problem:
    """Say a cell's header where the record's key was said."""
    from ducha.advice.keys import field_at, meaning

    path: DataPath = problem.path[2:]
    header, field = header_of(path), field_at(Project, path)
    if header is None or field is None:
        return problem
    key = path[-1]
    message = problem.message.replace(f"“{key}”（{meaning(field)}）", f"“{header}”").replace(f"“{key}”", f"“{header}”")
    return problem._replace(message=message)
