"""A directory to a campaign: find, read, validate, apply the rules, and place every problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, TypeVar

from ducha.model import Campaign, Plan, Register
from ducha.model.values import Record
from ducha.problems import Path as DataPath
from ducha.problems import Problem, Severity
from ducha.rules import check_campaign, check_plan, find_clashes
from ducha.store.find import find
from ducha.store.records import validate
from ducha.store.text import read_text
from ducha.store.yamltext import Place, Places, YamlFault, parse, parse_places

_Record = TypeVar("_Record", bound=Record)


@dataclass(slots=True)
class File(Generic[_Record]):
    """One file: its text, its record (None if the text has none) and what is wrong with it."""

    name: str
    text: str = ""
    record: _Record | None = None
    problems: list[Problem] = field(default_factory=list)
    original: Callable[[DataPath], DataPath] = field(default=lambda path: path)
    """path in the record → path in the text's data"""
    _places: Places | None = None

    @property
    def is_sound(self) -> bool:
        """Whether a report may use the record."""
        return self.record is not None and all(p.severity is not Severity.ERROR for p in self.problems)

    @property
    def wrong_keys(self) -> set[str | int]:
        """The top-level keys under which something is wrong."""
        return {problem.path[0] for problem in self.problems if problem.path}

    def place(self, path: DataPath) -> Place:
        """Where a path stands in the text; for a missing key, where the mapping that lacks it stands."""
        if self._places is None:
            self._places = parse_places(self.text)
        while path not in self._places:
            path = path[:-1]
        return self._places[path]

    def add(self, problems: Iterable[Problem]) -> None:
        """Take problems that know their path and give them file, line and column."""
        for problem in problems:
            path = self.original(problem.path)
            place = self.place(path)
            line, column = place.key if problem.code == "DC201" else place.value
            self.problems.append(replace(problem, file=self.name, path=path, line=line, column=column))


@dataclass(frozen=True, slots=True)
class Loaded:
    """A campaign as far as its files can be read: sound plans, and every problem of every file."""

    campaign: Campaign | None
    plans: tuple[Plan, ...]
    left_out: tuple[str, ...]
    """titles and file names of the plans that no report can use, because their file has an error"""
    problems: tuple[Problem, ...]
    files: dict[str, File[Plan]]
    """plan id → its file"""
    read: int
    """how many files were looked at"""

    def source(self, plan: str, path: DataPath) -> str:
        """Return ``file:line`` of a record of a plan."""
        file = self.files[plan]
        return f"{file.name}:{file.place(path).value[0]}"


def load(directory: Path) -> Loaded:
    """Read a campaign's directory; raises DuchaError only if it is missing or holds no campaign."""
    found = find(directory)
    head = _read(found.campaign, Campaign)
    files = [_read(path, Plan) for path in found.plans]
    _apply_rules(head, files)
    sound = [file for file in files if head.record and file.is_sound]
    plans = sorted((file.record for file in sound if file.record), key=lambda plan: plan.number)
    problems = [*found.problems, *head.problems, *(problem for file in files for problem in file.problems)]
    return Loaded(
        campaign=head.record if head.is_sound else None,
        plans=tuple(plans),
        left_out=(*_left_out(files), *(Path(problem.file).name for problem in found.problems)),
        problems=tuple(sorted(problems, key=lambda p: (p.file, p.line or 0, p.column or 0, p.code))),
        files={file.record.id: file for file in sound if file.record},
        read=1 + len(files) + len(found.problems),
    )


def _left_out(files: Iterable[File[Plan]]) -> Iterator[str]:
    """Name each unsound plan by its title, as far as that can be read, and its file."""
    for file in files:
        if not file.is_sound:
            name = Path(file.name).name
            yield f"《{file.record.title}》（{name}）" if file.record else name


def _read(path: Path, kind: type[_Record]) -> File[_Record]:
    file: File[_Record] = File(str(path))
    text = read_text(path)
    if isinstance(text, Problem):
        file.problems.append(text)
        return file
    file.text = text
    try:
        data = parse(text)
    except YamlFault as fault:
        problem = Problem(fault.code, fault.message, fault.hint, file=file.name)
        file.problems.append(replace(problem, line=fault.line, column=fault.column))
        return file
    result = validate(kind, data)
    file.add(result.problems)
    file.record, file.original = result.record, result.original
    return file


_FOLLOWS = {
    "DC302": frozenset(("units", "unit_groups")),
    "DC304": frozenset(("phases",)),
    "DC305": frozenset(("indicators",)),
}
"""code of a rule → top-level keys that, when something under them is wrong, may be all that is wrong"""


def _apply_rules(head: File[Campaign], files: list[File[Plan]]) -> None:
    read = [file for file in files if file.record]
    for index, problem in find_clashes([file.record for file in read if file.record]):
        read[index].add([problem])
    if head.record is None:
        return
    register = Register(head.record)
    for file in read:
        if file.record:
            wrong = {key for broken in (head, file) for key in broken.wrong_keys}
            found = check_plan(head.record, register, file.record)
            file.add(problem for problem in found if not _FOLLOWS.get(problem.code, frozenset()) & wrong)
    ids = [file.record.id for file in read if file.record] if len(read) == len(files) else []
    head.add(check_campaign(head.record, ids))
