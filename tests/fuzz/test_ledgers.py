"""However a project ledger is damaged, every command ends in a result, and every problem has a place in the file."""

from __future__ import annotations

import traceback
from pathlib import Path
from random import Random

import pytest

from ducha.cli.app import main
from tests.conftest import CAMPAIGN_YAML, PLAN_YAML, ROOT
from tests.fuzz.bytewise import BYTEWISE, encode_otherwise
from tests.fuzz.guard import hang_guard
from tests.fuzz.hostile import VALUES, raw
from tests.fuzz.judge import judge
from tests.fuzz.mutants import damage

LEDGER = (ROOT / "plans" / "01-investment.projects.csv").read_bytes().removeprefix(b"\xef\xbb\xbf")
FED = """\
indicators:
  - {id: a, title: 开工, unit: 个, target: 20, due: 年底, projects: {stage: started, kind: 新建, count: items}}
  - {id: b, title: 投资, unit: 亿元, target: 2, due: 年底, projects: {sum: invested}}
  - {id: c, title: 比例, unit: "%", target: 100, due: 年底, measure: point, projects: {sum: invested}}
"""
YAML = """\
unit: 亿元
projects:
  - id: 12
    title: 滨江路改造
    kind: 续建
    planned: 3.5
    total: 9
    stages: {started: 2012-05-20, continued: 2013-03-01}
    invested:
      - {day: 2013-05-31, value: 1.2}
      - {day: 2013-06-30, value: 1.1, reason: 核减}
    progress:
      - {day: 2013-06-30, text: 主体施工}
    leader: 张三
    service: [国土局]
    officer: 李四
    roles: {项目协办员: 王五}
    stopped: {day: 2013-06-20, by: 县政府, reason: 选址调整}
  - {id: 12-1, title: 南段, part_of: 12, kind: 新建}
  - {id: 12-2, title: 北段, part_of: 12, note: 用地未批}
"""
SHARE = 8
"""of so many mutants, one is damaged in its bytes"""


Rows = list[list[str]]


def say_otherwise(rows: Rows, random: Random) -> None:
    row = random.choice(rows)
    row[random.randrange(len(row))] = random.choice(VALUES)


def say_elsewhere(rows: Rows, random: Random) -> None:
    row = random.choice(rows)
    row[random.randrange(len(row))] = random.choice(random.choice(rows))


def shift(rows: Rows, random: Random) -> None:
    row = random.choice(rows)
    row.insert(random.randrange(len(row)), "")


def lose_a_cell(rows: Rows, random: Random) -> None:
    row = random.choice(rows)
    if len(row) > 1:
        del row[random.randrange(len(row))]


def open_a_quotation(rows: Rows, random: Random) -> None:
    row = random.choice(rows)
    at = random.randrange(len(row))
    row[at] = f'"{row[at]}'


def break_a_line(rows: Rows, random: Random) -> None:
    random.choice(rows)[-1] += random.choice(("\n", "\r", "\r\n"))


def copy_a_row(rows: Rows, random: Random) -> None:
    rows.insert(random.randrange(len(rows)), list(random.choice(rows)))


DAMAGE = (say_otherwise, say_elsewhere, shift, lose_a_cell, open_a_quotation, break_a_line, copy_a_row)


def mutant(seed: int) -> bytes:
    """A damaged ledger; the same number always makes the same. Its encoding, of which several are taken, stays."""
    random = Random(seed)
    if seed % SHARE == 0:
        return random.choice([one for one in BYTEWISE if one is not encode_otherwise])(LEDGER, random)
    rows = [line.split(",") for line in raw(LEDGER).split("\n")]
    for _ in range(random.randint(1, 3)):
        random.choice(DAMAGE)(rows, random)
    return "\n".join(",".join(row) for row in rows).encode("utf-8", "surrogateescape")


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("ledgers")
    (directory / "campaign.yaml").write_text(CAMPAIGN_YAML, encoding="utf-8")
    (directory / "08-land.yaml").write_text(PLAN_YAML + FED, encoding="utf-8")
    return directory


@pytest.mark.parametrize("form", ["csv", "yaml"])
def test_every_mutant_ends_in_problems_with_places(
    form: str, ground: Path, pytestconfig: pytest.Config, capsys: pytest.CaptureFixture[str]
) -> None:
    failures = []
    for seed in range(pytestconfig.getoption("mutants") // 8):
        data = mutant(seed) if form == "csv" else damage(YAML.encode(), Random(seed))[1]
        (ground / "08-land.projects.csv").unlink(missing_ok=True)
        (ground / f"08-land.projects.{form}").write_bytes(data)
        with hang_guard(data):
            complaints = judge(ground, again=seed % SHARE == 0).complaints
            for command in (("projects",), ("bulletin", "--month", "6")) if seed % SHARE == 1 else ():
                complaints += _complaints(*command, "--plans", str(ground))
            capsys.readouterr()
        if complaints:
            failures.append("\n".join([f"seed {seed}", *complaints, repr(data.decode("utf-8", "replace"))[:3000]]))
    if failures:
        pytest.fail(f"{len(failures)} mutants\n\n" + "\n\n".join(failures[:3]), pytrace=False)


def _complaints(*arguments: str) -> list[str]:
    try:
        code = main(arguments)
    except Exception:
        return [traceback.format_exc()]
    return [] if code in (0, 1, 2) else [f"{arguments}: exit code {code}"]
