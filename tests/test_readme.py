"""The README is true: its commands are the gate's, its output is real, its format is the models'."""

from __future__ import annotations

import re

from ducha.assess import State
from ducha.cli.app import make_app
from ducha.cli.new import new
from ducha.cli.template import template
from tests.conftest import ROOT
from tests.readme import PAGES, README, rewritten

TEXT = README.read_text(encoding="utf-8")


def test_its_two_commands_are_what_the_gate_runs() -> None:
    commands = re.findall(r"<!-- command-\d -->\s*```sh\s*\n\s*(.+)\n\s*```", TEXT)
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert len(commands) == 2
    assert gate.index(commands[0]) < gate.index(commands[1])
    assert [line for line in gate if line][-1] == commands[1]


def test_its_generated_parts_are_fresh() -> None:
    assert rewritten(TEXT) == TEXT, "run: python -m tests.readme"


def test_the_long_tables_are_fresh() -> None:
    for page, make in PAGES.items():
        assert page.read_text(encoding="utf-8") == make(), "run: python -m tests.readme"
        assert f"docs/{page.name}" in TEXT


def test_it_names_every_command_and_every_state() -> None:
    for command in make_app().registered_commands:
        assert command.callback
        assert f"ducha {command.callback.__name__}" in TEXT
    for group, commands in (("template", template), ("new", new)):
        for command in commands.registered_commands:
            assert f"ducha {group} {command.name}" in TEXT
    for state in State:
        assert f"| `{state.value}` | {state.label} |" in TEXT


def test_no_host_of_a_registry_and_no_path_of_a_machine_is_committed() -> None:
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert all(re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line) for line in constraints.splitlines())
