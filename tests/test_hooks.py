"""A campaign's own repository is guarded: the hook for pre-commit and README's CI example do what they say."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

import ducha
from tests.conftest import CAMPAIGN_YAML, PLAN_YAML, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BROKEN = PLAN_YAML.replace("国土局", "国土据")
WARNED = PLAN_YAML.replace("6月底前", "2012年6月底前")
"""a limit before the campaign's start: a warning, no error"""

_ANNOTATION = re.compile(r"::(error|warning|notice) file=([^,:]+),line=(\d+),col=(\d+),\S*?title=([^,:]+)::(.+)")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with a sound campaign, all of it staged."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "campaign.yaml").write_text(CAMPAIGN_YAML, encoding="utf-8")
    (tmp_path / "README.md").write_text("# 督查方案\n", encoding="utf-8")
    _run(tmp_path, "git", "init", "-q")
    _write_plan(tmp_path, PLAN_YAML)
    return tmp_path


def test_the_hook_lets_a_sound_campaign_pass(repository: Path) -> None:
    ended = _run_hook(repository)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize(("text", "code"), [(BROKEN, "DC302"), (WARNED, "DC404")], ids=["error", "warning"])
def test_the_hook_stops_what_is_wrong_and_names_its_place(repository: Path, text: str, code: str) -> None:
    _write_plan(repository, text)
    ended = _run_hook(repository)
    assert ended.returncode == 1
    assert re.search(rf"plans/08-land\.yaml:\d+:\d+: \w+{code}：", ended.stdout)


def test_the_hook_stops_a_plan_that_would_not_be_read(repository: Path) -> None:
    (repository / "plans" / "08-land.yaml").rename(repository / "plans" / "08-land.yml")
    _write_plan(repository, PLAN_YAML.replace("land", "other"), "09-other.yaml")
    ended = _run_hook(repository)
    assert ended.returncode == 1
    assert "plans/08-land.yml:1:1: 错误DC101：" in ended.stdout


def test_the_hook_stops_records_that_would_be_left_out(repository: Path) -> None:
    _write_plan(repository, "issues: []\nnotice: []\n", "supervision.yaml")
    ended = _run_hook(repository)
    assert ended.returncode == 1
    assert "plans/supervision.yaml:2:1: 错误DC201：" in ended.stdout


def test_the_hook_looks_at_yaml_only(repository: Path) -> None:
    _write_plan(repository, BROKEN)
    _run(repository, "git", "rm", "-q", "-r", "--cached", "plans")
    assert _run_hook(repository).returncode == 0


def test_the_example_for_pre_commit_names_this_hook_and_version() -> None:
    (source,) = _example("pre-commit")["repos"]
    assert [hook["id"] for hook in source["hooks"]] == [_hook()["id"]]
    assert source["rev"] == f"v{ducha.__version__}"


def test_the_ci_example_passes_a_sound_campaign(repository: Path) -> None:
    for step in _steps():
        ended = _run(repository, "bash", "-e", "-c", step)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        assert not _ANNOTATION.search(ended.stdout)


@pytest.mark.parametrize(
    ("text", "level", "title", "quoted"),
    [(BROKEN, "error", "DC302", "国土据"), (WARNED, "warning", "DC404", "2012年6月底前")],
    ids=["error", "warning"],
)
def test_the_ci_example_annotates_what_is_wrong(
    repository: Path, text: str, level: str, title: str, quoted: str
) -> None:
    _write_plan(repository, text)
    *before, step = _steps()
    assert [_run(repository, "bash", "-e", "-c", other).returncode for other in before] == [0] * len(before)
    ended = _run(repository, "bash", "-e", "-c", step)
    assert ended.returncode == 1, ended.stdout + ended.stderr
    (found,) = _ANNOTATION.finditer(ended.stdout)
    assert found.group(1) == level
    assert title in found.group(5) + found.group(6)
    line = (repository / found.group(2)).read_text(encoding="utf-8").splitlines()[int(found.group(3)) - 1]
    assert line[int(found.group(4)) - 1 :] == quoted


def test_the_ci_example_installs_this_version() -> None:
    (installed,) = (step for step in _all_steps() if _installs(step))
    assert installed.endswith(f"@v{ducha.__version__}")


def _hook() -> dict[str, Any]:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (hook,) = hooks
    assert isinstance(hook, dict)
    return hook


def _run_hook(repository: Path) -> subprocess.CompletedProcess[str]:
    """Run the hook on every staged file: with pre-commit where there is one, else as pre-commit does it."""
    hook = _hook()
    if find_spec("pre_commit"):
        config = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]}
        (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
        return _run(repository, sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose")
    assert hook["pass_filenames"] is False
    staged = _run(repository, "git", "ls-files").stdout.splitlines()
    if not any(re.search(hook["files"], name) for name in staged):
        return subprocess.CompletedProcess([], 0, "no files to check", "")
    return _run(repository, *shlex.split(hook["entry"]))


def _example(name: str) -> Any:
    found = re.search(rf"<!-- {name} -->\s*```yaml\n(.*?)```\s*<!-- /{name} -->", README, re.DOTALL)
    assert found, f"README has no example between <!-- {name} --> and <!-- /{name} -->"
    return yaml.safe_load(found.group(1))


def _all_steps() -> list[str]:
    """The commands of the CI example."""
    return [step["run"] for job in _example("ci-example")["jobs"].values() for step in job["steps"] if "run" in step]


def _steps() -> list[str]:
    """The commands of the CI example that install nothing."""
    steps = [step for step in _all_steps() if not _installs(step)]
    assert steps
    return steps


def _installs(step: str) -> bool:
    return "pip install" in step


def _write_plan(repository: Path, text: str, name: str = "08-land.yaml") -> None:
    (repository / "plans" / name).write_text(text, encoding="utf-8")
    _run(repository, "git", "add", "-A")


def _run(place: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command where ``ducha`` is on the PATH, and git asks nobody's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "DUCHA_"))}
    path = os.pathsep.join([sysconfig.get_path("scripts"), kept["PATH"]])
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(
        command, cwd=place, env=kept | settings | {"PATH": path}, encoding="utf-8", capture_output=True
    )
