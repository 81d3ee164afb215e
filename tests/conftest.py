"""What every test may use: a small campaign in memory or on disk, and a command line that cannot hide a bug."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from ducha.assess import Assessment, IndicatorStanding, Obligation, Reference, Scope, assess
from ducha.cli import app, clock
from ducha.model import Campaign, Plan
from ducha.model.project import ProjectLedger
from ducha.store import file

settings.register_profile("ducha", deadline=None)  # speed is measured in benchmarks, never asserted in tests
settings.load_profile("ducha")

gc.set_threshold(100_000, 50, 100)  # as ducha itself; looking through everything all the time took a tenth of it

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 22)

CAMPAIGN: dict[str, Any] = {
    "title": "三项行动",
    "year": "2013",
    "document": {"number": "测政发〔2013〕1号", "issuer": "测县人民政府", "issued": "2013-05-08"},
    "office": "县府办",
    "start": "2013-02-01",
    "end": "2014-01-31",
    "units": [
        {"name": "县府办", "category": "综合"},
        {"name": "县国土资源局", "aliases": ["国土局"], "category": "部门"},
        {"name": "县建设局", "aliases": ["建设局"], "category": "部门"},
    ],
    "unit_groups": [
        {"name": "各乡镇（街道）", "aliases": ["各乡镇"], "category": "乡镇", "members": ["县府办", "建设局"]},
        {"name": "各部门", "category": "部门"},
    ],
    "supervision": {"groups": [{"id": "1", "leader": "甲", "plans": ["land"]}]},
}

PLAN: dict[str, Any] = {"id": "land", "number": "8", "title": "资源要素保障专项行动方案"}

CAMPAIGN_YAML = """\
title: 三项行动
year: 2013
document: {number: 测政发〔2013〕1号, issuer: 测县人民政府, issued: 2013-05-08}
office: 县府办
start: 2013-02-01
end: 2014-01-31
as_of: 2013-07-01
units:
  - {name: 县府办, category: 综合}
  - {name: 县国土资源局, aliases: [国土局], category: 部门}
"""

PLAN_YAML = """\
id: land
number: 8
title: 资源要素保障专项行动方案
milestones:
  - id: quota
    title: 上报指标
    due: 6月底前
    lead: 国土局
"""


def make_campaign(**changes: Any) -> Campaign:
    """A small campaign, with some keys changed."""
    return Campaign.model_validate({**CAMPAIGN, **changes})


def make_plan(**changes: Any) -> Plan:
    """A small plan, with some keys changed."""
    return Plan.model_validate({**PLAN, **changes})


def make_ledger(*projects: dict[str, Any], unit: str = "万元") -> ProjectLedger:
    """A project ledger; each project needs only what a test is about."""
    named = [{"title": f"项目{at}", "id": str(at), **one} for at, one in enumerate(projects, start=1)]
    return ProjectLedger.model_validate({"unit": unit, "projects": named})


def assess_on(day: str, plan: Plan, campaign: Campaign | None = None, scope: Scope | None = None) -> Assessment:
    """Assess one plan on a day whose own records count."""
    reference = date.fromisoformat(day)
    return assess(campaign or make_campaign(), [plan], Reference(reference, "option", reference), scope)


def one_milestone(day: str, campaign: Campaign | None = None, **keys: Any) -> Obligation:
    """The obligation of a plan's only milestone on a day."""
    plan = make_plan(milestones=[{"id": "task", "title": "任务", **keys}])
    (obligation,) = assess_on(day, plan, campaign).obligations
    return obligation


def one_indicator(day: str = "2013-07-01", campaign: Campaign | None = None, **keys: Any) -> IndicatorStanding:
    """The standing of a plan's only indicator on a day: 土地出让, 2000亩 by December, unless said otherwise."""
    base = {"id": "a", "title": "土地出让", "unit": "亩", "target": "2000", "due": "12月底"}
    (indicator,) = assess_on(day, make_plan(indicators=[{**base, **keys}]), campaign).indicators
    return indicator


def figures(*values: tuple[str, str], **more: str) -> list[dict[str, str]]:
    """Reported figures of 2013: ``("06-25", "430")``, each with some more keys."""
    return [{"day": f"2013-{day}", "value": value, **more} for day, value in values]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")
    parser.addoption("--mutants", type=int, default=200, metavar="N", help="how many damaged files tests/fuzz tries")


def pytest_configure(config: pytest.Config) -> None:
    """Where Python is told to keep no bytecode, let the processes that tests start keep theirs in pytest's own cache.

    There are a hundred of them, and each would compile all of ducha anew.
    """
    if sys.dont_write_bytecode and config.cache:
        os.environ["PYTHONPYCACHEPREFIX"] = str(config.cache.mkdir("bytecode"))
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One process where some tests are asked for by name: to start more takes longer than most of those."""
    return 0 if config.option.file_or_dir else None


file.understand = lru_cache(64)(file.understand)
"""the campaigns that hundreds of tests look at are read again for each, but what each text says is worked out once"""


@pytest.fixture(autouse=True, scope="session")
def _no_clock() -> Iterator[None]:
    """Only the command line may ask what day it is, and in tests it is always the same one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "today", lambda: TODAY)
        yield


@dataclass(frozen=True)
class Ran:
    """What one command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in process; a bug in ducha (exit code 3) fails the test."""
    monkeypatch.delenv("DUCHA_PLANS", raising=False)

    def run_command(*arguments: object) -> Ran:
        capsys.readouterr()
        code = app.main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert code != 3, err
        return Ran(code, out, err)

    return run_command


@cache
def printed(*arguments: object) -> str:
    """What a command prints that finds nothing wrong: run once, for all tests that look at the same."""
    with redirect_stdout(io.StringIO()) as out:
        assert app.main([str(argument) for argument in arguments]) == 0
    return out.getvalue()


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A small campaign on disk."""
    (tmp_path / "campaign.yaml").write_text(CAMPAIGN_YAML, encoding="utf-8")
    (tmp_path / "08-land.yaml").write_text(PLAN_YAML, encoding="utf-8")
    return tmp_path
