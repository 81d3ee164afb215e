"""The benchmarks measure something real: sound plans, every field read by the peer too; no test asks for a time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks import county, peer, report
from tests.benchmarks.timing import Timings
from tests.conftest import Run

PLANS = 20


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A county of a few plans."""
    county.generate(tmp_path / "county", PLANS)
    return tmp_path / "county"


def test_a_county_has_no_problem_and_all_its_obligations(directory: Path, run: Run) -> None:
    checked = run("check", "--plans", directory, "--format", "json")
    told = {(problem["severity"], problem["code"]) for problem in json.loads(checked.out)["problems"]}
    assert told <= {("note", "DC406"), ("note", "DC408")}
    status = json.loads(run("status", "--plans", directory, "--format", "json").out)
    assert status["totals"]["counts"]["total"] == PLANS * county.OBLIGATIONS
    assert run("bulletin", "--month", "6", "--plans", directory).code == 0


def test_a_county_is_the_same_every_time_whatever_its_size(directory: Path, tmp_path: Path) -> None:
    county.generate(tmp_path / "larger", PLANS + 1)
    heads = [(county_of / "campaign.yaml").read_text("utf-8") for county_of in (directory, tmp_path / "larger")]
    assert heads[0] == heads[1].replace(f", plan-{PLANS + 1}]", "]")
    for path in directory.glob("*-plan.yaml"):
        assert path.read_bytes() == (tmp_path / "larger" / path.name).read_bytes()


def test_the_peer_reads_every_plan(directory: Path) -> None:
    plans = peer.load(directory)
    assert [len(plan.milestones) for plan in plans] == [county.MILESTONES] * PLANS
    assert [len(plan.indicators) for plan in plans] == [county.INDICATORS] * PLANS


def test_the_table_tells_ratios_and_what_could_not_be_measured() -> None:
    timings = {
        "pass": Timings(seconds=[0.01, 0.02, 0.03]),
        "status-12": Timings(seconds=[0.2]),
        "doorstop": Timings(failure="doorstop could not be installed"),
    }
    assert report.table(timings, 1_000).splitlines()[2:] == [
        "| `ducha status`, the shipped plans / `python -c pass` | 10.00 | ≤ 16 |",
        "| `ducha status`, the shipped plans / doorstop's check of as many items"
        " | not measured: doorstop could not be installed | ≤ 0.35 |",
    ]
